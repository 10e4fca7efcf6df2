using Limpid.Notebooks.Workers;

namespace Limpid.Notebooks.Running;

/// <summary>What a runner hears from its worker, in the order of arrival.</summary>
internal abstract record WorkerEvent
{
    /// <summary>A message through the pipe.</summary>
    public sealed record Message(WorkerMessage Content) : WorkerEvent;

    /// <summary>Text that native code, or the dying runtime, wrote to the process's own stdout or stderr.</summary>
    public sealed record NativeText(string Stream, string Text) : WorkerEvent;

    /// <summary>Everything a cell wrote to that stream has arrived.</summary>
    public sealed record Mark(string Stream, int Count) : WorkerEvent;

    /// <summary>The process has ended.</summary>
    public sealed record Exited(int Code) : WorkerEvent;
}
