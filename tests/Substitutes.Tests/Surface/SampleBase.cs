namespace Substitutes.Tests.Surface;

public abstract class SampleBase
{
    public abstract long[] shape(long[]? dims = null, bool keepdim = false);
}
