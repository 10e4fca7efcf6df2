using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

internal static class Labels
{
    internal static int[] Copy(Tensor labels, long count, int classes, string name)
    {
        ArgumentNullException.ThrowIfNull(labels, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        var shape = labels.shape;
        if (shape.Length != 1 || shape[0] != count)
            throw new ArgumentException(FormattableString.Invariant(
                $"The labels have shape [{string.Join(", ", shape)}]; expected [{count}], one for each sample."), name);
        using var scope = NewDisposeScope();
        var values = labels.cpu().to(int64).contiguous().data<long>().ToArray();
        var bad = Array.FindIndex(values, value => value < 0 || value >= classes);
        if (bad >= 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"The label of sample {bad} is {values[bad]}; expected 0 to {classes - 1}."), name);
        return [.. values.Select(value => (int)value)];
    }
}
