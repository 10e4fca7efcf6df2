namespace Limpid.Spectral.Importance;

/// <summary>Grows one tree: at each node the split with the least impurity of those on a few random inputs.</summary>
internal sealed class CartGrowth(double[][] columns, double[] targets, int classes, ForestSettings settings, Random random)
{
    private readonly List<CartNode> nodes = [];
    private readonly double[] gains = new double[columns.Length];
    private readonly int[] inputs = [.. Enumerable.Range(0, columns.Length)];
    private readonly int looked = settings.Looked(columns.Length, classes > 0);
    private int all;

    internal CartTree Grow(int[] rows)
    {
        all = rows.Length;
        Node(rows, 0);
        return new CartTree(nodes, gains, Math.Max(1, classes));
    }

    private int Node(int[] rows, int depth)
    {
        var at = nodes.Count;
        var whole = Impurity.Of(rows, targets, classes);
        nodes.Add(new CartNode(whole.Answer()));
        if (depth >= settings.Depth || rows.Length < 2 * settings.Leaf || whole.Value() <= 1e-12 || Best(rows, whole) is not { } best) return at;
        gains[best.Input] += (rows.Length * whole.Value() - best.Remaining) / all;
        var column = columns[best.Input];
        var left = Node([.. rows.Where(row => column[row] <= best.Threshold)], depth + 1);
        var right = Node([.. rows.Where(row => column[row] > best.Threshold)], depth + 1);
        nodes[at] = nodes[at] with { Input = best.Input, Threshold = best.Threshold, Left = left, Right = right };
        return at;
    }

    // Inputs that are constant here don't count as looked at.
    private CartSplit? Best(int[] rows, Impurity whole)
    {
        CartSplit? best = null;
        random.Shuffle(inputs);
        var tried = 0;
        for (var i = 0; i < inputs.Length && tried < looked; i++)
        {
            if (OnInput(inputs[i], rows, whole, out var constant) is { } split && (best is null || split.Remaining < best.Remaining)) best = split;
            if (!constant) tried++;
        }
        return best;
    }

    private CartSplit? OnInput(int input, int[] rows, Impurity whole, out bool constant)
    {
        double[] values = [.. rows.Select(row => columns[input][row])];
        int[] order = [.. rows];
        Array.Sort(values, order);
        constant = values[0] == values[^1];
        CartSplit? best = null;
        var (left, right) = (new Impurity(classes), whole.Copy());
        for (var i = 0; i + 1 < order.Length; i++)
        {
            left.Add(targets[order[i]], 1);
            right.Add(targets[order[i]], -1);
            if (values[i] == values[i + 1] || i + 1 < settings.Leaf || order.Length - i - 1 < settings.Leaf) continue;
            var remaining = (i + 1) * left.Value() + (order.Length - i - 1) * right.Value();
            if (best is not null && remaining >= best.Remaining) continue;
            var middle = values[i] + (values[i + 1] - values[i]) / 2;
            // Half way between neighbouring numbers may round to the upper one.
            best = new CartSplit(input, middle < values[i + 1] ? middle : values[i], remaining);
        }
        return best;
    }
}
