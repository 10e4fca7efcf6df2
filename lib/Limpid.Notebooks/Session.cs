using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Limpid.Notebooks.Language;
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

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    private readonly string _folder;
    private readonly ReferenceResolver _references;
    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly PackageSet _packages;
    private readonly ScriptOptions _options;
    private readonly CellThread _thread = new();
    private volatile ScriptState<object>? _state;
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
    /// Stops it: a loop at its next round, a cell that awaits at once, a blocked wait within some hundred milliseconds; a call into native or
    /// compiled code when that returns. The task completes when the cell's thread is free again, so a caller can tell the user what is late.
    /// </param>
    /// <returns>How it ended; a cell's own exception is a result, never thrown.</returns>
    public Task<CellResult> ExecuteAsync(string code, ICellSink sink, CancellationToken cancellationToken = default) =>
        ExecuteAsync(code, CellLanguage.CSharp, counted: true, sink, cancellationToken);

    /// <summary>Ways to go on from a place in a cell that is being written. Runs nothing; while a cell runs, it answers from the state before it.</summary>
    /// <param name="code">The cell's text, directives included; it need not be correct.</param>
    /// <param name="cursor">The place, in UTF-16 units.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The ways, the best first; none where nothing can be said.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cursor"/> is outside <paramref name="code"/>.</exception>
    public Task<Completions> CompleteAsync(string code, int cursor, CancellationToken cancellationToken = default)
    {
        CheckPlace(code, cursor);
        var snapshot = Snapshot();
        return Task.Run(() => Completer.Complete(snapshot, code, cursor, cancellationToken), cancellationToken);
    }

    /// <summary>What the name at a place means; between the brackets of a call, what is called. Runs nothing.</summary>
    /// <param name="code">The cell's text, directives included; it need not be correct.</param>
    /// <param name="cursor">The place, in UTF-16 units.</param>
    /// <param name="detail">0 for signature and documentation; 1 also for remarks, examples and every overload.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null if there is nothing to say.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cursor"/> is outside <paramref name="code"/>.</exception>
    public Task<Inspection?> InspectAsync(string code, int cursor, int detail = 0, CancellationToken cancellationToken = default)
    {
        CheckPlace(code, cursor);
        var snapshot = Snapshot();
        return Task.Run(() => Inspector.Inspect(snapshot, code, cursor, detail, cancellationToken), cancellationToken);
    }

    /// <summary>Whether a text is a whole cell: what a console asks when the user presses Enter.</summary>
    /// <param name="code">The text, directives included.</param>
    public static Completeness IsComplete(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return CompletenessCheck.Check(code);
    }

    /// <summary>Ends the session's thread once its cell has ended.</summary>
    public void Dispose()
    {
        _thread.Dispose();
        _loader.Dispose();
    }

    /// <summary>How many counted cells were begun.</summary>
    internal int Count => _count;

    /// <param name="code">Its text.</param>
    /// <param name="language">The language it begins in.</param>
    /// <param name="counted">Whether it takes a number; code that a front end runs for itself takes none.</param>
    /// <param name="sink">Takes what it produces.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<CellResult> ExecuteAsync(
        string code, CellLanguage language, bool counted, ICellSink sink, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        await CompilerStart.Done.ConfigureAwait(false);
        await Running.WaitAsync(cancellationToken).ConfigureAwait(false);
        try { return await _thread.RunAsync(() => Execute(code, language, counted, sink, cancellationToken)).ConfigureAwait(false); }
        finally { Running.Release(); }
    }

    private static void CheckPlace(string code, int cursor)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfNegative(cursor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cursor, code.Length);
    }

    private SessionSnapshot Snapshot() => new(_state?.Script, _options, _folder);

    private CellResult Execute(string code, CellLanguage language, bool counted, ICellSink sink, CancellationToken cancellationToken)
    {
        var (clock, count) = (Stopwatch.StartNew(), _count + (counted ? 1 : 0));
        _count = count;
        using var batcher = new StreamBatcher(sink);
        var (outcome, error) = (CellOutcome.Ran, (ErrorOutput?)null);
        CellScope.Current = new CellScope(batcher, cancellationToken);
        ConsoleCapture.Begin(batcher);
        try
        {
            using var stop = new StopRequest(cancellationToken);
            Run(CellText.Parse(code, language), $"cell {count}", batcher, cancellationToken, clock);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
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
        var running = _state is null
            ? script.RunAsync(globals: null, static _ => true, CancellationToken.None)
            : script.RunFromAsync(_state, static _ => true, CancellationToken.None);
        // A cell that awaits gets a moment to notice the request: what it has set by then is kept.
        try { running.Wait(stop); }
        catch (OperationCanceledException) when (running.Wait(Grace, CancellationToken.None)) { }
        _state = running.Result;
        if (_state.Exception is { } thrown) throw new CellFailure(thrown);
        if (!HasReturnValue(script)) return;
        output.Write(new ResultOutput(DisplayedValue.Bundle(FormattedValue.CreateManyFromObject(_state.ReturnValue))));
    }

    private Script<object> Compile(CellSegment segment, string cell, StreamBatcher output, CancellationToken stop)
    {
        var added = segment.References.SelectMany(reference => Resolve(reference, stop)).ToList();
        var options = (_state is null ? _options.AddReferences(added) : _options.WithReferences(added).WithImports()).WithFilePath(cell);
        var (script, diagnostics) = Compile(StopChecks.Insert(segment.Text), options, stop);
        // The places of errors are those of the text the reader wrote.
        if (diagnostics.Any(IsError)) (script, diagnostics) = Compile(segment.Text, options, stop);
        if (diagnostics.Any(IsError)) throw new CompilationFailure(diagnostics, _references.TakeMissing());
        foreach (var warning in diagnostics) output.Append("stderr", CellErrors.FromWarning(warning, cell, _folder));
        return script;
    }

    private (Script<object> Script, IReadOnlyList<Diagnostic> Diagnostics) Compile(string code, ScriptOptions options, CancellationToken stop)
    {
        var script = _state is null
            ? CSharpScript.Create<object>(code, options, globalsType: null, _loader)
            : _state.Script.ContinueWith<object>(code, options);
        _references.TakeMissing();
        return (script, [.. script.Compile(stop).Where(ScriptSetup.IsShown)]);
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

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
