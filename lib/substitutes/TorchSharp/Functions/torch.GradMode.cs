namespace TorchSharp;

public static partial class torch
{
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_grad_enabled() => Shim.lt_grad_mode() != 0;

    public static bool is_inference_mode_enabled() => Shim.lt_inference_mode() != 0;

    private sealed class GradMode : IDisposable
    {
        private readonly bool before = is_grad_enabled();
        private bool disposed;

        internal GradMode(bool enabled) => Shim.lt_set_grad_mode(enabled ? 1 : 0);

        public void Dispose()
        {
            if (disposed) return;
            disposed = true;
            Shim.lt_set_grad_mode(before ? 1 : 0);
        }
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private IntPtr guard = Shim.lt_enter_inference_mode(enabled ? 1 : 0);

        public void Dispose()
        {
            if (guard != 0) Shim.lt_leave_inference_mode(guard);
            guard = 0;
        }
    }
}
