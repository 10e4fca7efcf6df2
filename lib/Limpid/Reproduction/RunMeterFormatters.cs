using Limpid.Display;

namespace Limpid.Reproduction;

/// <summary>A meter in a notebook: its lines.</summary>
internal sealed class RunMeterFormatters
{
    public IEnumerable<object> CreateTypeFormatters() => [new MimeFormatter<RunMeter>("text/plain", meter => meter.ToString())];
}
