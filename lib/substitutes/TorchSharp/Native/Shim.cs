using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp;

/// <summary>The functions of native/*.cpp. SuppressGCTransition only where the native side reads fields.</summary>
internal static unsafe partial class Shim
{
    private const string Library = "torchshim";

    static Shim()
    {
        NativeLibrary.SetDllImportResolver(typeof(Shim).Assembly, Resolve);
        // Before libtorch brings OpenMP. Its threads would else wait for their next loop in a circle and keep the BLAS's own threads from the cores: with two threads on
        // two cores small networks then run several times slower.
        _ = setenv("OMP_WAIT_POLICY", "PASSIVE", 0);
        // libtorch's own default is what OpenMP reports, which may be 1.
        if (!int.TryParse(Environment.GetEnvironmentVariable("OMP_NUM_THREADS"), out var threads) || threads < 1)
            threads = Environment.ProcessorCount;
        Check(lt_set_num_threads(threads));
    }

    // A script host loads the assembly by path: the library lies beside it, not beside the host.
    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != Library) return IntPtr.Zero;
        foreach (var folder in new[] { Path.GetDirectoryName(assembly.Location), AppContext.BaseDirectory })
        {
            var path = string.IsNullOrEmpty(folder) ? null : Path.Combine(folder, "libtorchshim.so");
            if (path is not null && File.Exists(path)) return NativeLibrary.Load(path);
        }
        throw new DllNotFoundException("libtorchshim.so is not beside TorchSharp.dll; build lib/substitutes/TorchSharp.");
    }

    internal static int Check(int result) => result < 0 ? throw Failure() : result;

    internal static IntPtr Check(IntPtr result) => result == 0 ? throw Failure() : result;

    internal static ExternalException Failure() => new(Marshal.PtrToStringUTF8((IntPtr)lt_error()) ?? "libtorch failed without a message.");

    internal static IntPtr FindOperator(string name, string overload)
    {
        fixed (byte* n = Utf8(name), o = Utf8(overload)) return Check(lt_operator(n, o));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + "\0");

    // .NET's own environment isn't that of the C library.
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)] private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport(Library)] private static partial byte* lt_error();
    [LibraryImport(Library)] private static partial IntPtr lt_operator(byte* name, byte* overload);
    [LibraryImport(Library)] internal static partial int lt_call(IntPtr op, Value* args, int nargs, Value* results, int nresults);
    [LibraryImport(Library)] internal static partial void lt_free(IntPtr memory);

    [LibraryImport(Library), SuppressGCTransition] internal static partial void lt_meta(IntPtr tensor, Meta* meta);
    [LibraryImport(Library)] internal static partial void lt_release(IntPtr tensor);
    [LibraryImport(Library)] internal static partial IntPtr lt_alias(IntPtr tensor);
    [LibraryImport(Library)] internal static partial IntPtr lt_data(IntPtr tensor);
    [LibraryImport(Library)] internal static partial IntPtr lt_copy_of(void* data, long* sizes, int dims, int dtype, long bytes);
    [LibraryImport(Library)]
    internal static partial IntPtr lt_share(void* data, long* sizes, int dims, int dtype, delegate* unmanaged<IntPtr, void> done, IntPtr context);

    [LibraryImport(Library)] internal static partial int lt_requires_grad(IntPtr tensor);
    [LibraryImport(Library)] internal static partial int lt_set_requires_grad(IntPtr tensor, int value);
    [LibraryImport(Library)] internal static partial int lt_is_leaf(IntPtr tensor);
    [LibraryImport(Library)] internal static partial int lt_retain_grad(IntPtr tensor);
    [LibraryImport(Library)] internal static partial int lt_grad(IntPtr tensor, IntPtr* grad);
    [LibraryImport(Library)] internal static partial int lt_set_grad(IntPtr tensor, IntPtr grad);
    [LibraryImport(Library)]
    internal static partial int lt_backward(IntPtr* tensors, int count, IntPtr* grads, int gradCount, int retain, int create, IntPtr* inputs, int inputCount);
    [LibraryImport(Library)]
    internal static partial int lt_grad_of(IntPtr* outputs, int outputCount, IntPtr* inputs, int inputCount, IntPtr* grads, int gradCount,
        int retain, int create, int allowUnused, IntPtr* results, int* units);

    [LibraryImport(Library), SuppressGCTransition] internal static partial int lt_grad_mode();
    [LibraryImport(Library), SuppressGCTransition] internal static partial void lt_set_grad_mode(int enabled);
    [LibraryImport(Library)] internal static partial int lt_inference_mode();
    [LibraryImport(Library)] internal static partial IntPtr lt_enter_inference_mode(int enabled);
    [LibraryImport(Library)] internal static partial void lt_leave_inference_mode(IntPtr guard);

    [LibraryImport(Library)] internal static partial IntPtr lt_version();

    [LibraryImport(Library)] internal static partial int lt_set_num_threads(int count);
    [LibraryImport(Library)] internal static partial int lt_get_num_threads();
    [LibraryImport(Library)] internal static partial int lt_set_num_interop_threads(int count);
    [LibraryImport(Library)] internal static partial int lt_get_num_interop_threads();

    [LibraryImport(Library)] internal static partial IntPtr lt_default_generator();
    [LibraryImport(Library)] internal static partial IntPtr lt_new_generator(ulong seed);
    [LibraryImport(Library)] internal static partial void lt_release_generator(IntPtr generator);
    [LibraryImport(Library)] internal static partial void lt_generator_set_seed(IntPtr generator, ulong seed);
    [LibraryImport(Library)] internal static partial ulong lt_generator_current_seed(IntPtr generator);
    [LibraryImport(Library)] internal static partial ulong lt_generator_seed(IntPtr generator);
    [LibraryImport(Library)] internal static partial IntPtr lt_generator_state(IntPtr generator);
    [LibraryImport(Library)] internal static partial int lt_generator_set_state(IntPtr generator, IntPtr state);

    [LibraryImport(Library)] internal static partial int lt_bernoulli(IntPtr tensor, double keep);

    [LibraryImport(Library)] internal static partial int lt_default_dtype();
    [LibraryImport(Library)] internal static partial int lt_set_default_dtype(int dtype);

    [LibraryImport(Library)] internal static partial void lt_set_error(byte* message);
    [LibraryImport(Library)]
    internal static partial IntPtr lt_node(IntPtr* inputs, int count, delegate* unmanaged<IntPtr, IntPtr*, int, IntPtr*, int, int> backward,
        delegate* unmanaged<IntPtr, void> release, IntPtr context, IntPtr* address);
    [LibraryImport(Library)]
    internal static partial int lt_node_finish(IntPtr node, IntPtr* inputs, int count, IntPtr* outputs, int outputCount, IntPtr* dirty,
        int dirtyCount, IntPtr* constant, int constantCount, IntPtr* saved, int savedCount, int materialize);
    [LibraryImport(Library)] internal static partial void lt_node_done(IntPtr node);
    [LibraryImport(Library)] internal static partial int lt_node_saved(IntPtr address, IntPtr* results);
}
