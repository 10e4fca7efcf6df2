using System.Reflection;

namespace Limpid.Display;

/// <summary>Progress in the output of a cell. The engine is found by the names of its types, so the library needs no reference to any.</summary>
internal sealed class NotebookProgress : IProgressDoor
{
    private const string Context = "Microsoft.DotNet.Interactive.KernelInvocationContext", Extensions = Context + "Extensions";

    private readonly object _context;
    private readonly MethodInfo _display;
    private (object Handle, MethodInfo Update)? _shown;

    private NotebookProgress(object context, MethodInfo display) => (_context, _display) = (context, display);

    /// <summary>The cell that is running, or null.</summary>
    public static NotebookProgress? Find()
    {
        foreach (Assembly assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic))
            if (assembly.GetType(Context) is { } type
                && type.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is { } context
                && assembly.GetType(Extensions)?.GetMethod("Display", [type, typeof(object), typeof(string[])]) is { } display)
                return new NotebookProgress(context, display);
        return null;
    }

    /// <inheritdoc/>
    public void Show(IReadOnlyList<ProgressState> rows) => Put(new ProgressView(rows));

    /// <inheritdoc/>
    public void End(string line) => Put(line);

    // A value shown later under the same handle takes the place of the earlier one.
    private void Put(object value)
    {
        if (_shown is { } shown)
            shown.Update.Invoke(shown.Handle, [value]);
        else if (_display.Invoke(null, [_context, value, Array.Empty<string>()]) is { } handle && handle.GetType().GetMethod("Update", [typeof(object)]) is { } update)
            _shown = (handle, update);
    }
}
