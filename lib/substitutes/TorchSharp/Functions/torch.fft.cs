namespace TorchSharp;

public static partial class torch
{
    public static partial class fft
    {
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            _fft_fft.Call(input, Length(n), dim, Name(norm));
        private static readonly Op _fft_fft = "fft_fft";
        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            _fft_ifft.Call(input, Length(n), dim, Name(norm));
        private static readonly Op _fft_ifft = "fft_ifft";
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            _fft_rfft.Call(input, Length(n), dim, Name(norm));
        private static readonly Op _fft_rfft = "fft_rfft";
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            _fft_irfft.Call(input, Length(n), dim, Name(norm));
        private static readonly Op _fft_irfft = "fft_irfft";
        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            _fft_fft2.Call(input, s, dim ?? [-2, -1], Name(norm));
        private static readonly Op _fft_fft2 = "fft_fft2";
        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            _fft_ifft2.Call(input, s, dim ?? [-2, -1], Name(norm));
        private static readonly Op _fft_ifft2 = "fft_ifft2";
    }
}
