using System.Reflection;
using Deedle;
using TorchSharp;

namespace Limpid.Display;

/// <summary>Tells the notebook engine, if one is loaded, how to show types that are not ours.</summary>
internal static class ForeignDisplays
{
    private const string Engine = "Microsoft.DotNet.Interactive.Formatting";

    /// <summary>Registers tensors, modules and frames. The engine is found by name, so the library needs no reference to it.</summary>
    /// <returns>Whether an engine is loaded.</returns>
    public static bool Register()
    {
        Type? formatter = AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == Engine)?.GetType(Engine + ".Formatter");
        MethodInfo? register = formatter?.GetMethod("Register", [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)]);
        MethodInfo? prefer = formatter?.GetMethod("SetPreferredMimeTypesFor", [typeof(Type), typeof(string[])]);
        if (register is null || prefer is null)
            return false;
        void Add(Type type, Func<object, string> html, Func<object, string> text)
        {
            register.Invoke(null, [type, Writer(html), "text/html"]);
            register.Invoke(null, [type, Writer(text), "text/plain"]);
            prefer.Invoke(null, [type, new[] { "text/html", "text/plain" }]);
        }
        Add(typeof(torch.Tensor), value => TensorView.Html((torch.Tensor)value), value => TensorView.Text((torch.Tensor)value));
        Add(typeof(torch.nn.Module), value => ModuleView.Html((torch.nn.Module)value), value => ModuleView.Text((torch.nn.Module)value));
        Add(typeof(Frame<,>), FrameView.Html, FrameView.Text);
        return true;
    }

    private static Action<object, TextWriter> Writer(Func<object, string> text) => (value, writer) => writer.Write(text(value));
}
