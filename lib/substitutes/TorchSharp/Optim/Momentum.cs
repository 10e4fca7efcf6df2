using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>SGD's moving sum in one pass over memory, where mul_ and add_ take two. It rounds as they do, so every bit is theirs.</summary>
internal static class Momentum
{
    /// <summary>buffer = momentum * buffer + direction.</summary>
    public static void Move(Tensor buffer, Tensor direction, double momentum)
    {
        if (buffer.dtype == ScalarType.Float32)
            Pass(buffer, direction, (float)momentum);
        else
            Pass(buffer, direction, momentum);
    }

    private static void Pass<T>(Tensor buffer, Tensor direction, T momentum) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var b = Flat.Numbers<T>(buffer);
        var d = Flat.Numbers<T>(direction);
        var sum = Flat.Vectors(b);
        var added = Flat.Vectors(d)[..sum.Length];
        for (var i = 0; i < sum.Length; i++) sum[i] = sum[i] * momentum + added[i];
        for (var i = sum.Length * Vector<T>.Count; i < b.Length; i++) b[i] = b[i] * momentum + d[i];
    }
}
