using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks.Workers;

/// <summary>Outputs as messages, and back.</summary>
internal static class OutputMessages
{
    public static WorkerMessage ToMessage(CellOutput output) => output switch
    {
        StreamOutput stream => new() { Kind = "stream", Name = stream.Name, Text = stream.Text },
        DisplayOutput display => new() { Kind = "display", Name = display.DisplayId, Data = display.Data.Items },
        UpdateOutput update => new() { Kind = "update", Name = update.DisplayId, Data = update.Data.Items },
        ResultOutput result => new() { Kind = "result", Data = result.Data.Items },
        ErrorOutput error => new() { Kind = "error", Name = error.Name, Text = error.Message, Location = error.Location, Trace = error.Trace },
        _ => throw new ArgumentOutOfRangeException(nameof(output), output.GetType(), "expected a known kind of output"),
    };

    /// <summary>Null for messages that are no outputs.</summary>
    public static CellOutput? FromMessage(WorkerMessage message) => message.Kind switch
    {
        "stream" => new StreamOutput(message.Name!, message.Text!),
        "display" => new DisplayOutput(message.Name!, new MimeBundle(message.Data!)),
        "update" => new UpdateOutput(message.Name!, new MimeBundle(message.Data!)),
        "result" => new ResultOutput(new MimeBundle(message.Data!)),
        "error" => new ErrorOutput(message.Name!, message.Text!, message.Location!, message.Trace!),
        _ => null,
    };
}
