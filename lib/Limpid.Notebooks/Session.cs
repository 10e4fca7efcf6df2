using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.CompilerServices;
using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Packages;
using Limpid.Notebooks.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Microsoft.DotNet.Interactive.Formatting;

namespace Limpid.Notebooks;

/// <summary>
/// A chain of C# cells: each sees what the ones before it declared. A cell that throws keeps what it had set; one that doesn't compile
/// leaves nothing behind. What cells print and show goes to a sink. One session runs at a time in a process, because the console and the
/// genuine names (<c>display</c>, <c>KernelInvocationContext.Current</c>) are the process's.
/// </summary>
public sealed class Session : IDisposable
{
    private static readonly SemaphoreSlim Running = new(1, 1);

    private readonly string _folder;
    private readonly ReferenceResolver _references;
    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly PackageSet _packages;
    private readonly ScriptOptions _options;
    private readonly CellThread _thread = new();
    private ScriptState<object>? _state;
    private int _count;

    /// <summary>A session without cells.</summary>
    /// <param name="folder">Where relative paths of <c>#r</c> and <c>#load</c> start: the notebook's folder.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or blank.</exception>
    public Session(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = Path.GetFullPath(folder);
        _references = new ReferenceResolver(_folder);
        _packages = new PackageSet(_loader);
        _options = ScriptSetup.First(_references, new SourceResolver(_folder));
    }

    /// <summary>Runs one cell.</summary>
    /// <param name="code">Its text, directives included.</param>
    /// <param name="sink">Takes what it prints, shows and returns, and its error.</param>
    /// <param name="cancellationToken">
    /// Stops it: a loop within some ten milliseconds, a cell that awaits at once. A call into native code, or a blocked wait, is left behind
    /// and goes on in the background.
    /// </param>
    /// <returns>How it ended; a cell's own exception is a result, never thrown.</returns>
    public Task<CellResult> ExecuteAsync(string code, ICellSink sink, CancellationToken cancellationToken = default) =>
        ExecuteAsync(code, CellLanguage.CSharp, sink, cancellationToken);

    /// <summary>Ends the session's thread once its cell has ended.</summary>
    public void Dispose()
    {
        _thread.Dispose();
        _loader.Dispose();
    }

    internal async Task<CellResult> ExecuteAsync(string code, CellLanguage language, ICellSink sink, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        await Running.WaitAsync(cancellationToken).ConfigureAwait(false);
        try { return await _thread.RunAsync(() => Execute(code, language, sink, cancellationToken)).ConfigureAwait(false); }
        finally { Running.Release(); }
    }

    private CellResult Execute(string code, CellLanguage language, ICellSink sink, CancellationToken cancellationToken)
    {
        var (clock, count) = (Stopwatch.StartNew(), ++_count);
        // ControlledExecution never returns if its token can't be cancelled.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var batcher = new StreamBatcher(sink);
        var (outcome, error) = (CellOutcome.Ran, (ErrorOutput?)null);
        CellScope.Current = new CellScope(batcher, stop.Token);
        ConsoleCapture.Begin(batcher);
        try
        {
            Run(CellText.Parse(code, language), $"cell {count}", batcher, stop.Token, clock);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            outcome = CellOutcome.Interrupted;
        }
        catch (Exception e)
        {
            outcome = CellOutcome.Failed;
            error = Explain(e, $"cell {count}");
            batcher.Write(error);
        }
        finally
        {
            ConsoleCapture.End();
            CellScope.Current = null;
        }
        return new CellResult(outcome, count, clock.Elapsed, error);
    }

    private void Run(CellText text, string cell, StreamBatcher output, CancellationToken stop, Stopwatch clock)
    {
        foreach (var segment in text.Segments)
        {
            if (segment.Language == CellLanguage.Html) DisplayedValue.ShowAsIs(segment.Text, "text/html");
            else if (segment.Language == CellLanguage.Markdown) DisplayedValue.ShowAsIs(segment.Text, "text/markdown");
            else RunCode(segment, cell, output, stop);
        }
        if (text.IsTimed)
            DisplayedValue.ShowAsIs(string.Create(CultureInfo.InvariantCulture, $"Wall time: {clock.Elapsed.TotalMilliseconds:F1} ms"), "text/plain");
    }

    private void RunCode(CellSegment segment, string cell, StreamBatcher output, CancellationToken stop)
    {
        var script = Compile(segment, cell, output, stop);
        Task<ScriptState<object>>? running = null;
        var previous = _state;
        Stoppable(stop, () => running = previous is null
            ? script.RunAsync(globals: null, static _ => true, CancellationToken.None)
            : script.RunFromAsync(previous, static _ => true, CancellationToken.None));
        running!.Wait(stop);
        _state = running.Result;
        if (_state.Exception is OperationCanceledException && stop.IsCancellationRequested) throw new OperationCanceledException(stop);
        if (_state.Exception is { } thrown) throw new CellFailure(thrown);
        if (!HasReturnValue(script)) return;
        IReadOnlyList<FormattedValue> formatted = [];
        Stoppable(stop, () => formatted = FormattedValue.CreateManyFromObject(_state.ReturnValue));
        output.Write(new ResultOutput(DisplayedValue.Bundle(formatted)));
    }

#pragma warning disable SYSLIB0046 // The one way to stop code that does not cooperate, short of ending the process.
    private static void Stoppable(CancellationToken stop, Action work) => ControlledExecution.Run(work, stop);
#pragma warning restore SYSLIB0046

    private Script<object> Compile(CellSegment segment, string cell, StreamBatcher output, CancellationToken stop)
    {
        var added = segment.References.SelectMany(reference => Resolve(reference, stop)).ToList();
        var options = (_state is null ? _options.AddReferences(added) : _options.WithReferences(added).WithImports()).WithFilePath(cell);
        var script = _state is null
            ? CSharpScript.Create<object>(segment.Text, options, globalsType: null, _loader)
            : _state.Script.ContinueWith<object>(segment.Text, options);
        _references.TakeMissing();
        var diagnostics = script.Compile(stop).Where(ScriptSetup.IsShown).ToList();
        var failed = diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        if (failed) throw new CompilationFailure(diagnostics, _references.TakeMissing());
        foreach (var warning in diagnostics) output.Append("stderr", CellErrors.FromWarning(warning, cell, _folder));
        return script;
    }

    private IEnumerable<MetadataReference> Resolve(CellReference reference, CancellationToken stop)
    {
        if (reference.Text.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) return _packages.Add(reference, stop);
        var found = _references.ResolveReference(reference.Text, null, MetadataReferenceProperties.Assembly);
        if (!found.IsEmpty) return found;
        var path = _references.TakeMissing().Last();
        throw new CellException("FileNotFound", reference.Line, MissingLibrary.Explain([path]) ?? $"there is no assembly {path}");
    }

    private ErrorOutput Explain(Exception exception, string cell) => exception switch
    {
        CellException written => CellErrors.FromCell(written, cell),
        CellFailure failure => CellErrors.FromException(failure.InnerException!, cell, _folder),
        CompilationFailure failure => MissingLibrary.Explain(failure.Missing) is { } sentence
            ? CellErrors.FromCell(new CellException("LibraryNotBuilt", 1, sentence), cell)
            : CellErrors.FromDiagnostics(failure.Diagnostics, cell, _folder),
        _ => CellErrors.FromException(exception, cell, _folder),
    };

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "HasReturnValue")]
    private static extern bool HasReturnValue(Script script);
}
