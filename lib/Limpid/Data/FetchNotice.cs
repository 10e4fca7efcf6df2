namespace Limpid.Data;

/// <summary>Says once per source that a transfer has begun, so that a first cell that takes long explains itself.</summary>
internal sealed class FetchNotice : IProgress<DataProgress>
{
    private string? _source;

    public void Report(DataProgress value)
    {
        if (_source == value.Source)
            return;
        _source = value.Source;
        Console.WriteLine($"Fetching {value.Set} from {value.Source} ...");
    }
}
