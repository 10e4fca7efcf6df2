using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter? weightParameter;
    private Parameter? biasParameter;

    private protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype) : base(name)
    {
        if (groups <= 0) throw new ArgumentException($"groups must be positive, but is {groups}.", nameof(groups));
        if (in_channels % groups != 0) throw new ArgumentException($"in_channels ({in_channels}) must be divisible by groups ({groups}).", nameof(in_channels));
        if (out_channels % groups != 0) throw new ArgumentException($"out_channels ({out_channels}) must be divisible by groups ({groups}).", nameof(out_channels));
        if (padding_type == Padding.Same && stride.Any(s => s != 1))
            throw new ArgumentException("padding 'same' is not supported for strided convolutions.", nameof(padding_type));
        (this.in_channels, this.out_channels, this.groups) = (in_channels, out_channels, groups);
        (this.kernel_size, this.stride, this.dilation, this.output_padding) = (kernel_size, stride, dilation, output_padding);
        (this.padding, this.padding_type, this.padding_mode, this.transposed) = (padding, padding_type, padding_mode, transposed);
        var (first, second) = transposed ? (in_channels, out_channels / groups) : (out_channels, in_channels / groups);
        weight = Fresh.Parameter([first, second, .. kernel_size], device, dtype);
        if (bias) this.bias = Fresh.Parameter([out_channels], device, dtype);
        reset_parameters();
        ComponentsAreComplete();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[]? padding { get; }

    public Padding? padding_type { get; }

    public PaddingModes padding_mode { get; set; }

    public long[] dilation { get; set; }

    public bool transposed { get; }

    public long[] output_padding { get; set; }

    public long groups { get; set; }

    public Parameter weight
    {
        get => weightParameter!;
        set => Own("weight", ref weightParameter, value);
    }

    public Parameter? bias
    {
        get => biasParameter;
        set => Own("bias", ref biasParameter, value);
    }

    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null) return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn == 0) return;
        var bound = 1 / Math.Sqrt(fanIn);
        nn.init.uniform_(bias, -bound, bound);
    }

    private protected void CheckInput(Tensor input, int spatial)
    {
        var dims = input.ndim;
        if ((dims == spatial + 2 || dims == spatial + 1) && input.size((int)dims - spatial - 1) == in_channels) return;
        throw new ArgumentException($"Expected {spatial + 2}D (batched) or {spatial + 1}D (unbatched) input with {in_channels} channels to {GetName()}, "
            + $"but got [{string.Join(", ", input.shape)}].", nameof(input));
    }

    /// <summary>The padded input, or null where the operator's own symmetric zero padding does; <paramref name="spatial"/> is what it gets.</summary>
    private protected Tensor? Padded(Tensor input, out long[] spatial)
    {
        var count = kernel_size.Length;
        var before = new long[count];
        var after = new long[count];
        for (var i = 0; i < count; i++)
        {
            var total = padding_type == Padding.Same ? dilation[i] * (kernel_size[i] - 1) : 2 * (padding?[i] ?? 0);
            (before[i], after[i]) = (total / 2, total - total / 2);
        }
        spatial = before;
        if (padding_mode == PaddingModes.Zeros && before.AsSpan().SequenceEqual(after)) return null;
        spatial = new long[count];
        // The last dimension comes first.
        var sides = new long[2 * count];
        for (var i = 0; i < count; i++) (sides[2 * i], sides[2 * i + 1]) = (before[count - 1 - i], after[count - 1 - i]);
        return nn.functional.pad(input, sides, padding_mode == PaddingModes.Zeros ? PaddingModes.Constant : padding_mode);
    }
}
