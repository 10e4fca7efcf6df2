namespace TorchSharp;

public static partial class torch
{
    public class Generator : IDisposable
    {
        private IntPtr handle;

        public Generator(ulong seed = 0, Device? device = null) : this(Shim.lt_new_generator(seed)) =>
            this.device = device ?? CPU;

        private Generator(IntPtr handle)
        {
            this.handle = handle;
            device = CPU;
        }

        ~Generator() => Dispose(false);

        public static Generator Default => new(Shim.lt_default_generator());

        public IntPtr Handle => handle != 0 ? handle : throw new InvalidOperationException("Generator invalid -- empty handle.");

        public Device device { get; }

        public Generator manual_seed(long seed)
        {
            Shim.lt_generator_set_seed(Handle, unchecked((ulong)seed));
            GC.KeepAlive(this);
            return this;
        }

        public long seed()
        {
            var seed = unchecked((long)Shim.lt_generator_seed(Handle));
            GC.KeepAlive(this);
            return seed;
        }

        public long initial_seed()
        {
            var seed = unchecked((long)Shim.lt_generator_current_seed(Handle));
            GC.KeepAlive(this);
            return seed;
        }

        public Tensor get_state()
        {
            var state = new Tensor(Shim.Check(Shim.lt_generator_state(Handle)));
            GC.KeepAlive(this);
            return state;
        }

        public void set_state(Tensor value)
        {
            Shim.Check(Shim.lt_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        protected virtual void Dispose(bool disposing)
        {
            var owned = Interlocked.Exchange(ref handle, 0);
            if (owned != 0) Shim.lt_release_generator(owned);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }
    }

    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    public static long initial_seed() => Generator.Default.initial_seed();

    public static long seed() => Generator.Default.seed();

    public static Tensor get_rng_state() => Generator.Default.get_state();

    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static long initial_seed() => torch.initial_seed();

        public static long seed() => torch.seed();

        public static Tensor get_rng_state() => torch.get_rng_state();

        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
