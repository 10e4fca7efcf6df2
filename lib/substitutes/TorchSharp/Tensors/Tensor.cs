using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor : IDisposable
    {
        private IntPtr handle;
        private readonly int units;
        internal int ScopeSlot;
        internal DisposeScope? OwningDisposeScope;

        /// <summary>Takes over the reference; a null handle makes an invalid tensor.</summary>
        internal Tensor(IntPtr handle, int units = 0)
        {
            this.handle = handle;
            if (handle == 0)
            {
                GC.SuppressFinalize(this);
                return;
            }
            this.units = units;
            NativeMemory.Add(units);
            DisposeScopeManager.OfThread.Register(this);
        }

        ~Tensor() => Dispose(false);

        public IntPtr Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => handle != 0 ? handle : throw Invalid();
        }

        public bool IsInvalid => handle == 0;

        public static long TotalCount => NativeMemory.LiveHandles;

        public static long PeakCount => NativeMemory.PeakHandles;

        private static InvalidOperationException Invalid() => new("Tensor invalid -- empty handle.");

        protected virtual void Dispose(bool disposing)
        {
            var owned = Interlocked.Exchange(ref handle, 0);
            if (owned == 0) return;
            if (disposing)
            {
                if (OwningDisposeScope is { } scope) scope.MarkAsDisposed(this);
                else DisposeScopeManager.OfThread.Tensors.DisposedOutsideScopeCount++;
            }
            Shim.lt_release(owned);
            NativeMemory.Remove(units);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Hands the reference over; this tensor is invalid afterwards.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            var owned = Handle;
            OwningDisposeScope?.MarkAsDisposed(this);
            handle = 0;
            NativeMemory.Remove(units);
            GC.SuppressFinalize(this);
            return owned;
        }

        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } scope) scope.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor alias() => Own(Shim.lt_alias(Handle), units);

        private Tensor Own(IntPtr result, int units)
        {
            GC.KeepAlive(this);
            return new Tensor(Shim.Check(result), units);
        }
    }

    public static bool is_tensor(object obj) => obj is Tensor;
}
