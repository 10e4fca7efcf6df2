namespace TorchSharp;

/// <summary>Kernel sizes, strides and the like, written as one number or a pair, as the arrays that operators take.</summary>
internal static class Sizes
{
    public static long[] One(long size) => [size];

    public static long[] Two(long size) => [size, size];

    public static long[] Two((long, long) sizes) => [sizes.Item1, sizes.Item2];
}
