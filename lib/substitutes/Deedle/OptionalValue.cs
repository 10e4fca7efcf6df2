using System.Globalization;

namespace Deedle;

public readonly struct OptionalValue<T>
{
    private readonly T _value;

    public OptionalValue(T value)
    {
        HasValue = true;
        _value = value;
    }

    public static OptionalValue<T> Missing => default;

    public bool HasValue { get; }

    public T Value => HasValue ? _value : throw new InvalidOperationException("OptionalValue.Value: Value is not available");

    public T ValueOrDefault => _value;

    public override string ToString() => HasValue ? Convert.ToString(_value, CultureInfo.InvariantCulture)! : "<missing>";
}
