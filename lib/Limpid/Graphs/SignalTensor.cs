using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>Signals [N] or [N, m] as rows of m float64 values, and back in the type and on the device they came in.</summary>
internal static class SignalTensor
{
    public static (double[] Values, int Columns) Read(Tensor signals, int vertexCount, string name)
    {
        ArgumentNullException.ThrowIfNull(signals, name);
        var shape = signals.shape;
        if (shape.Length is not (1 or 2) || shape[0] != vertexCount || (shape.Length == 2 && shape[1] == 0))
            throw new ArgumentException(FormattableString.Invariant(
                $"The signals have shape [{string.Join(", ", shape)}]; expected [{vertexCount}] or [{vertexCount}, m]: one row for each vertex."), name);
        using var scope = NewDisposeScope();
        var values = signals.detach().to(float64).cpu().contiguous().data<double>().ToArray();
        var bad = Array.FindIndex(values, value => !double.IsFinite(value));
        var columns = shape.Length == 2 ? (int)shape[1] : 1;
        if (bad >= 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"The signal is {values[bad]} at vertex {bad / columns}; expected finite values."), name);
        return (values, columns);
    }

    public static Tensor Write(double[] values, Tensor like)
    {
        using var scope = NewDisposeScope();
        var type = like.is_floating_point() ? like.dtype : float64;
        return tensor(values).reshape(like.shape).to(type).to(like.device).MoveToOuterDisposeScope();
    }
}
