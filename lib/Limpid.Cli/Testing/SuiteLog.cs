using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Cli.Testing;

/// <summary>Reads the messages of an xunit v3 program (one JSON object a line) and counts.</summary>
internal sealed class SuiteLog
{
    private const int KeptLines = 20;
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, string> _running = [];
    private readonly List<TestFailure> _failures = [];
    private readonly Queue<string> _otherLines = [];
    private int _casesToRun, _casesDone, _passed, _skipped;
    private bool _ended;

    /// <summary>Between 0 and 1.</summary>
    public double Fraction => _casesToRun == 0 ? 0 : (double)_casesDone / _casesToRun;

    /// <summary>A few words on how far it is.</summary>
    public string Note => $"{_passed} passed" + (_failures.Count > 0 ? $", {_failures.Count} failed" : "");

    /// <summary>Takes one line of the program's output.</summary>
    /// <param name="line">A message, or something a test printed.</param>
    public void Read(string line)
    {
        if (Parse(line) is not { } message)
        {
            Keep(line);
            return;
        }
        string test = Text(message, "TestUniqueID") ?? "";
        switch (Text(message, "$type"))
        {
            case "discovery-complete": _casesToRun = (int?)message["TestCasesToRun"] ?? 0; break;
            case "test-starting": _running[test] = _names[test] = Text(message, "TestDisplayName") ?? test; break;
            case "test-passed": _passed++; break;
            case "test-skipped": _skipped++; break;
            case "test-failed": _failures.Add(Failure(_names.GetValueOrDefault(test, test), message)); break;
            case "test-finished": _running.Remove(test); break;
            case "test-case-finished": _casesDone++; break;
            case "test-assembly-finished": _ended = true; break;
            // Clean-up and fixture failures, and errors outside tests.
            case "error-message": _failures.Add(Failure("error outside a test", message)); break;
            case { } type when type.EndsWith("-cleanup-failure", StringComparison.Ordinal):
                _failures.Add(Failure(type.Replace('-', ' '), message));
                break;
        }
    }

    /// <summary>What came out.</summary>
    /// <param name="name">Name of the suite.</param>
    /// <param name="exitCode">What the program returned, or null if it had to be ended because it hung.</param>
    /// <param name="seconds">Wall time.</param>
    public SuiteResult Result(string name, int? exitCode, double seconds)
    {
        string during = _running.Count > 0 ? $" during {string.Join(", ", _running.Values.Order(StringComparer.Ordinal))}" : "";
        string printed = string.Join('\n', _otherLines);
        if (exitCode is null)
            _failures.Add(new TestFailure(name, $"the suite hung{during}", printed));
        else if (!_ended)
            _failures.Add(new TestFailure(name, $"the suite died with exit code {exitCode}{during}", printed));
        else if (_passed + _skipped + _failures.Count == 0)
            _failures.Add(new TestFailure(name, "the suite ran no test", printed));
        else if (exitCode != 0 && _failures.Count == 0)
            _failures.Add(new TestFailure(name, $"the suite ended with exit code {exitCode}", printed));
        return new SuiteResult(name, _passed, _skipped, _failures, seconds);
    }

    private static JsonObject? Parse(string line)
    {
        if (!line.StartsWith("{\"$type\":", StringComparison.Ordinal))
            return null;
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TestFailure Failure(string name, JsonObject message) =>
        new(name, Joined(message, "Messages"), Joined(message, "StackTraces"));

    private static string? Text(JsonObject message, string property) => (string?)message[property];

    private static string Joined(JsonObject message, string property) =>
        message[property] is JsonArray texts ? string.Join("\n", texts.Select(text => (string?)text).Where(text => !string.IsNullOrEmpty(text))) : "";

    private void Keep(string line)
    {
        _otherLines.Enqueue(line);
        if (_otherLines.Count > KeptLines)
            _otherLines.Dequeue();
    }
}
