namespace Limpid.Graphs;

internal static class Signal
{
    internal static void Check(ReadOnlySpan<double> signal, Graph graph, string name) => Check(signal, graph.VertexCount, name);

    internal static void Check(ReadOnlySpan<double> signal, int vertexCount, string name)
    {
        if (signal.Length != vertexCount)
            throw new ArgumentException(FormattableString.Invariant(
                $"The signal has {signal.Length} values; expected one for each of the {vertexCount} vertices."), name);
        for (var v = 0; v < signal.Length; v++)
            if (!double.IsFinite(signal[v]))
                throw new ArgumentException(FormattableString.Invariant(
                    $"The signal is {signal[v]} at vertex {v}; expected finite values."), name);
    }
}
