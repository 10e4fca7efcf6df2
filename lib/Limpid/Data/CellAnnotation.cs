namespace Limpid.Data;

/// <summary>One thing known of every cell: a number, or one of some categories.</summary>
/// <param name="Name">For example <c>Pseudotime</c>.</param>
/// <param name="Values">A value per cell; of a category its position in <paramref name="Categories"/>; NaN where nothing is known.</param>
/// <param name="Categories">The names of the categories in their order; null for numbers.</param>
public sealed record CellAnnotation(string Name, IReadOnlyList<double> Values, IReadOnlyList<string>? Categories = null)
{
    /// <summary>The category of each cell as its position in <see cref="Categories"/>; -1 where nothing is known.</summary>
    /// <exception cref="InvalidOperationException">It holds numbers.</exception>
    public IReadOnlyList<int> Labels => Categories is null
        ? throw new InvalidOperationException($"The annotation '{Name}' holds numbers; expected categories.")
        : [.. Values.Select(value => double.IsNaN(value) ? -1 : (int)value)];

    /// <summary>The annotation of some cells.</summary>
    /// <param name="cells">Positions.</param>
    internal CellAnnotation Select(IEnumerable<long> cells) => this with { Values = [.. cells.Select(cell => Values[(int)cell])] };
}
