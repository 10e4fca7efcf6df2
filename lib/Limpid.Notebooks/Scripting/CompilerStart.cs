using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace Limpid.Notebooks.Scripting;

/// <summary>
/// Compiles and runs a small cell of its own while a process still waits for the user's first one: runtime and compiler are slow the first
/// time only.
/// </summary>
internal static class CompilerStart
{
    private const string Cell = "var x = Math.Max(1, 2);\nx + 1";

    /// <summary>
    /// Ends when the compiler is warm; ended where nobody began. The first cell waits for it: two threads that compile at the same time make
    /// the runtime translate the same 700 methods twice.
    /// </summary>
    public static Task Done { get; private set; } = Task.CompletedTask;

    /// <summary>To be called once, early.</summary>
    public static void Begin() => Done = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Run()
    {
        try
        {
            var folder = Path.GetTempPath();
            var code = StopChecks.Insert(CellText.Parse(Cell).Segments[0].Text);
            var script = CSharpScript.Create<object>(code, ScriptSetup.First(new ReferenceResolver(folder), new SourceResolver(folder)));
            DisplayedValue.Bundle(FormattedValue.CreateManyFromObject(script.RunAsync().Result.ReturnValue));
        }
        // Whatever is wrong here, the user's cell says it where the user sees it.
        catch (Exception) { }
    }
}
