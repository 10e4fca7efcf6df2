namespace Substitutes.Tests.Surface;

public enum SampleKind
{
    None = 0,
    Some = 3,
}
