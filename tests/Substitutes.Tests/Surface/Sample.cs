namespace Substitutes.Tests.Surface;

public class Sample(string name, double eps = 1e-5) : SampleBase, IDisposable
{
    public long? count = name.Length;

    public (int low, int high) Range => (0, (int)(1 / eps));

    public void Dispose() => GC.SuppressFinalize(this);

    public override long[] shape(long[]? dims = null, bool keepdim = false) => dims ?? [];
}
