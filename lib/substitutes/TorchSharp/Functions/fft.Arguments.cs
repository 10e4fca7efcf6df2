namespace TorchSharp;

public static partial class torch
{
    public static partial class fft
    {
        private static Arg Length(long n) => n == -1 ? Arg.None : n;

        private static Arg Name(FFTNormType norm) => norm switch
        {
            FFTNormType.Forward => "forward",
            FFTNormType.Ortho => "ortho",
            _ => "backward",
        };
    }
}
