using Limpid.Display;

namespace Limpid.Tests.Display;

/// <summary>Keeps what bars show: a state as its rows joined by " | ", the line that stays after "end: ".</summary>
internal sealed class RecordingDoor(List<string> shown) : IProgressDoor
{
    public void Show(IReadOnlyList<ProgressState> rows) => shown.Add(string.Join(" | ", rows.Select(row => row.Now())));

    public void End(string line) => shown.Add("end: " + line);
}
