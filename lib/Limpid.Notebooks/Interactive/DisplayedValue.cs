using Limpid.Notebooks.Outputs;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The handle of something shown: what it shows can be replaced in place.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;
    private readonly bool _asIs;

    private DisplayedValue(object? value, string[] mimeTypes, bool asIs)
    {
        Value = value;
        _mimeTypes = mimeTypes;
        _asIs = asIs;
        FormattedValues = Format(value);
    }

    /// <summary>Names this display in the front end.</summary>
    public string DisplayId { get; } = CellScope.NextDisplayId();

    /// <summary>What is shown now, in each MIME type.</summary>
    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; }

    /// <summary>What is shown now.</summary>
    public object? Value { get; private set; }

    /// <summary>Whether <see cref="Update"/> was called.</summary>
    public bool IsUpdated { get; private set; }

    /// <summary>Shows another value in place of the present one, in the same MIME types if some were asked for.</summary>
    /// <param name="updatedValue">The value to show from now on.</param>
    public void Update(object? updatedValue)
    {
        FormattedValues = Format(updatedValue);
        Value = updatedValue;
        IsUpdated = true;
        CellScope.Current?.Sink.Write(new UpdateOutput(DisplayId, Bundle(FormattedValues)));
    }

    internal static DisplayedValue Show(object? value, string[]? mimeTypes) => Publish(new DisplayedValue(value, mimeTypes ?? [], asIs: false));

    /// <summary>Shows text that is already written in its MIME type.</summary>
    internal static DisplayedValue ShowAsIs(string value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        return Publish(new DisplayedValue(value, [mimeType], asIs: true));
    }

    internal static MimeBundle Bundle(IEnumerable<FormattedValue> values) =>
        new(values.Select(value => KeyValuePair.Create(value.MimeType, value.Value)));

    private static DisplayedValue Publish(DisplayedValue shown)
    {
        CellScope.Current?.Sink.Write(new DisplayOutput(shown.DisplayId, Bundle(shown.FormattedValues)));
        return shown;
    }

    private IReadOnlyList<FormattedValue> Format(object? value) =>
        _asIs && value is string text ? [new FormattedValue(_mimeTypes[0], text)] : FormattedValue.CreateManyFromObject(value, _mimeTypes);
}
