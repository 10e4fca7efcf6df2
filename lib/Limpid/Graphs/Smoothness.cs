namespace Limpid.Graphs;

/// <summary>How smoothly a signal varies over a graph: three numbers, each with its degenerate case defined.</summary>
/// <remarks>
/// The same signal with its values permuted over the vertices is the control for all three (<see cref="PermutationNull"/>);
/// no absolute value means "smooth" by itself.
/// </remarks>
public static class Smoothness
{
    /// <summary>
    /// Rayleigh quotient z'Lz / z'z, between the smallest and the largest eigenvalue of L; low is smooth. The zero signal gives 0.
    /// On <c>Graph.Path(2)</c>, D - W: (1, 1) gives 0, (1, 0) gives 1, (1, -1) gives 2.
    /// </summary>
    /// <param name="laplacian">L.</param>
    /// <param name="signal">z, one finite value per vertex.</param>
    /// <exception cref="ArgumentException">The length differs from the number of vertices, or a value is NaN or infinite.</exception>
    public static double RayleighQuotient(Laplacian laplacian, ReadOnlySpan<double> signal)
    {
        ArgumentNullException.ThrowIfNull(laplacian);
        var form = laplacian.QuadraticForm(signal);
        var square = 0.0;
        foreach (var value in signal) square += value * value;
        return square > 0 ? form / square : 0;
    }

    /// <summary>
    /// Moran's I = N / S * sum_ij W_ij (z_i - m)(z_j - m) / sum_i (z_i - m)^2 with S = sum_ij W_ij and m the mean of z; high is smooth,
    /// -1/(N-1) is expected without order. A constant signal or a graph without edges gives 0.
    /// On <c>Graph.Path(4)</c>, (1, 1, -1, -1) gives 1/3 and (1, -1, 1, -1) gives -1.
    /// </summary>
    /// <param name="graph">The graph W.</param>
    /// <param name="signal">z, one finite value per vertex.</param>
    /// <exception cref="ArgumentException">The length differs from the number of vertices, or a value is NaN or infinite.</exception>
    public static double MoranI(Graph graph, ReadOnlySpan<double> signal)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Signal.Check(signal, graph, nameof(signal));
        var mean = 0.0;
        foreach (var value in signal) mean += value / signal.Length;
        var (products, variance, total) = (0.0, 0.0, 0.0);
        foreach (var (from, to, weight) in graph.Edges)
            (products, total) = (products + 2 * weight * (signal[from] - mean) * (signal[to] - mean), total + 2 * weight);
        foreach (var value in signal) variance += (value - mean) * (value - mean);
        // A constant such as 0.1 leaves rounding in the mean; what is left below it is no variation.
        var constant = variance <= signal.Length * Math.Pow(1e-14 * Math.Abs(mean), 2);
        return constant || total == 0 ? 0 : signal.Length / total * products / variance;
    }

    /// <summary>
    /// Total variation sum_{i&lt;j} W_ij |z_i - z_j|; low is smooth, 0 on every component's constant. It scales with z.
    /// On <c>Graph.Path(3)</c>, (0, 1, 3) gives 1 + 2 = 3.
    /// </summary>
    /// <param name="graph">The graph W.</param>
    /// <param name="signal">z, one finite value per vertex.</param>
    /// <exception cref="ArgumentException">The length differs from the number of vertices, or a value is NaN or infinite.</exception>
    public static double TotalVariation(Graph graph, ReadOnlySpan<double> signal)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Signal.Check(signal, graph, nameof(signal));
        var sum = 0.0;
        foreach (var (from, to, weight) in graph.Edges) sum += weight * Math.Abs(signal[from] - signal[to]);
        return sum;
    }
}
