namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        public enum QRMode { Reduced = 0, Complete = 1, R = 2 }

        private static Tensor Into(Tensor result, Tensor? destination)
        {
            if (destination is null) return result;
            using (result) return destination.copy_(result);
        }
    }
}
