using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data;

/// <summary>
/// Single cells: how much each gene (or protein) is expressed in each, and what is known of the cells. Immutable as long as nobody writes into its
/// tensor, which belongs to it and to the dispose scope in which it was made.
/// </summary>
public sealed class CellSet : IDisposable
{
    /// <summary>Makes a set of one's own data; the tensor is shared, not copied, and stays the caller's to dispose.</summary>
    /// <param name="name">A name for titles and messages.</param>
    /// <param name="valueName">What the values measure, with its unit.</param>
    /// <param name="expression">[cells, genes], floating point.</param>
    /// <param name="genes">A name per gene; one may occur more than once.</param>
    /// <param name="cells">A name per cell.</param>
    /// <param name="annotations">What is known of the cells.</param>
    /// <exception cref="ArgumentException">Sizes do not fit together.</exception>
    public CellSet(
        string name, string valueName, Tensor expression, IReadOnlyList<string> genes, IReadOnlyList<string> cells, IReadOnlyList<CellAnnotation> annotations)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(annotations);
        if (expression.ndim != 2 || !expression.is_floating_point() || expression.shape[0] != cells.Count || expression.shape[1] != genes.Count)
            throw new ArgumentException(
                $"expression is {expression.dtype} [{string.Join(", ", expression.shape)}]; expected floating point [{cells.Count}, {genes.Count}], cells x genes.", nameof(expression));
        if (annotations.FirstOrDefault(annotation => annotation.Values.Count != cells.Count) is { } wrong)
            throw new ArgumentException($"The annotation '{wrong.Name}' has {wrong.Values.Count} values; expected {cells.Count}, one per cell.", nameof(annotations));
        (Name, ValueName, Genes, Cells, Annotations) = (name, valueName, [.. genes], [.. cells], [.. annotations]);
        Expression = expression.alias();
    }

    /// <summary>A name for titles and messages.</summary>
    public string Name { get; }

    /// <summary>What <see cref="Expression"/> measures, with its unit.</summary>
    public string ValueName { get; }

    /// <summary>[cells, genes], float32 for the sets of the manifest.</summary>
    public Tensor Expression { get; }

    /// <summary>A name per gene.</summary>
    public IReadOnlyList<string> Genes { get; }

    /// <summary>A name per cell.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>What is known of the cells.</summary>
    public IReadOnlyList<CellAnnotation> Annotations { get; }

    /// <summary>Number of cells.</summary>
    public int Count => Cells.Count;

    /// <summary>The annotation of that name.</summary>
    /// <param name="annotation">For example <c>Pseudotime</c>.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public CellAnnotation this[string annotation] => Annotations.FirstOrDefault(each => each.Name == annotation)
        ?? throw new ArgumentException($"There is no annotation '{annotation}'; expected one of {string.Join(", ", Annotations.Select(each => each.Name))}.", nameof(annotation));

    /// <summary>The expression of one gene in every cell; of several genes of one name, the first.</summary>
    /// <param name="gene">Its name.</param>
    /// <exception cref="ArgumentException">There is no such gene.</exception>
    public double[] Gene(string gene)
    {
        using DisposeScope scope = NewDisposeScope();
        return Expression.select(1, Position(gene)).cpu().to(float64).contiguous().data<double>().ToArray();
    }

    /// <summary>The cells at these positions, in this order.</summary>
    /// <param name="positions">Positions from 0; one may occur more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is outside the set.</exception>
    public CellSet SelectCells(IReadOnlyList<long> positions)
    {
        foreach (long position in positions)
            if (position < 0 || position >= Count)
                throw new ArgumentOutOfRangeException(nameof(positions), position, $"Expected positions from 0 to {Count - 1}.");
        using Tensor index = tensor(positions.ToArray(), device: Expression.device);
        using Tensor expression = Expression.index_select(0, index);
        return new CellSet(Name, ValueName, expression, Genes, [.. positions.Select(cell => Cells[(int)cell])], [.. Annotations.Select(each => each.Select(positions))]);
    }

    /// <summary>These genes, in this order.</summary>
    /// <param name="genes">Their names.</param>
    /// <exception cref="ArgumentException">There is no such gene.</exception>
    public CellSet SelectGenes(IReadOnlyList<string> genes)
    {
        using Tensor index = tensor(genes.Select(gene => (long)Position(gene)).ToArray(), device: Expression.device);
        using Tensor expression = Expression.index_select(1, index);
        return new CellSet(Name, ValueName, expression, genes, Cells, Annotations);
    }

    /// <summary>The same set with one more annotation, which replaces another of its name.</summary>
    /// <param name="annotation">A value per cell.</param>
    /// <exception cref="ArgumentException">It has another number of values.</exception>
    public CellSet With(CellAnnotation annotation) =>
        new(Name, ValueName, Expression, Genes, Cells, [.. Annotations.Where(each => each.Name != annotation.Name), annotation]);

    /// <summary>Frees the tensor.</summary>
    public void Dispose() => Expression.Dispose();

    /// <summary>For example "embryo: 428 cells x 48 genes; Stage".</summary>
    public override string ToString() =>
        $"{Name}: {Count} cells x {Genes.Count} genes{(Annotations.Count == 0 ? "" : "; " + string.Join(", ", Annotations.Select(each => each.Name)))}";

    private int Position(string gene)
    {
        for (int i = 0; i < Genes.Count; i++)
            if (Genes[i] == gene)
                return i;
        throw new ArgumentException($"There is no gene '{gene}' in {Name}.", nameof(gene));
    }
}
