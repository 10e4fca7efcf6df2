using System.Text.Json.Nodes;
using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Workers;

namespace Limpid.Notebooks.Running;

/// <summary>
/// The executed copy of a notebook and what is known of its cells. Every saved state is true as last words: should nothing be saved after it,
/// the cell that was about to run is the one that was interrupted, and the later ones did not run.
/// </summary>
internal sealed class RunRecord
{
    private readonly NotebookFile _file;
    private readonly string _path;
    private readonly RunFacts _facts;
    private readonly List<NotebookCell> _cells;
    private readonly CellRun[] _runs;
    private readonly OutputRecorder?[] _outputs;

    /// <summary>The record of a run that begins.</summary>
    /// <param name="file">The notebook; its outputs are removed.</param>
    /// <param name="path">Where to save it.</param>
    /// <param name="facts">What is known of the run before it begins.</param>
    public RunRecord(NotebookFile file, string path, RunFacts facts)
    {
        (_file, _path, _facts) = (file, path, facts);
        _cells = [.. file.Cells.Where(cell => cell.Kind == CellKind.Code)];
        _outputs = new OutputRecorder?[_cells.Count];
        _runs = [.. _cells.Select(cell => new CellRun(IndexOf(cell) + 1, null, cell.Id, RunStatus.NotRun, 0, null))];
        foreach (var cell in _cells)
        {
            cell.Outputs = [];
            cell.ExecutionCount = null;
        }
    }

    public IReadOnlyList<NotebookCell> Cells => _cells;

    public IReadOnlyList<CellRun> Runs => _runs;

    /// <summary>What the cells have loaded, once one has ended.</summary>
    public LoadedLibraries? Libraries { get; set; }

    /// <summary>Starts to gather the outputs of a cell.</summary>
    public OutputRecorder Begin(int index, int count)
    {
        _cells[index].ExecutionCount = count;
        return _outputs[index] = new OutputRecorder(count);
    }

    /// <summary>Replaces a display of an earlier cell.</summary>
    public void Update(UpdateOutput update)
    {
        for (var i = 0; i < _cells.Count; i++)
            if (_outputs[i]?.Update(update) == true) _cells[i].Outputs = _outputs[i]!.ToJson();
    }

    public void End(int index, CellRun run)
    {
        _runs[index] = run with { Position = _runs[index].Position, Id = _runs[index].Id };
        if (_outputs[index] is { } outputs) _cells[index].Outputs = outputs.ToJson();
    }

    /// <summary>Saves, with the cell that comes next or none marked as interrupted.</summary>
    public void Save(RunStatus status, double seconds, long peakMemory, int? next)
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            var run = i == next ? _runs[i] with { Status = RunStatus.Interrupted } : _runs[i];
            _cells[i].SetMetadata("limpid", new JsonObject { ["seconds"] = Math.Round(run.Seconds, 3), ["status"] = RunStatusNames.OfCell(run.Status) });
        }
        _file.SetMetadata("limpid", (_facts with
        {
            Status = RunStatusNames.OfNotebook(status),
            Seconds = seconds,
            PeakMemoryBytes = peakMemory,
            Packages = Libraries?.Packages,
            Versions = Libraries?.Versions ?? [],
        }).ToJson());
        _file.Save(_path);
    }

    private int IndexOf(NotebookCell cell)
    {
        for (var i = 0; i < _file.Cells.Count; i++)
            if (_file.Cells[i] == cell) return i;
        return -1;
    }
}
