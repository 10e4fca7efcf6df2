using Limpid.Display;

namespace Limpid.Data;

/// <summary>An image set in a notebook: one line instead of a tree of its members.</summary>
internal sealed class ImageSetFormatters
{
    public IEnumerable<object> CreateTypeFormatters() => [new MimeFormatter<ImageSet>("text/plain", set => set.ToString())];
}
