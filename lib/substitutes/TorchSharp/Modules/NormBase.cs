using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? weightParameter;
    private Parameter? biasParameter;
    private Tensor? meanBuffer;
    private Tensor? varianceBuffer;
    private Tensor? countBuffer;

    private protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) : base(name)
    {
        (this.num_features, this.eps, this.momentum, this.affine, this.track_running_stats) = (num_features, eps, momentum, affine, track_running_stats);
        if (affine)
        {
            weight = Fresh.Parameter([num_features], device, dtype);
            bias = Fresh.Parameter([num_features], device, dtype);
        }
        if (track_running_stats)
        {
            running_mean = zeros([num_features], dtype, device);
            running_var = ones([num_features], dtype, device);
            num_batches_tracked = zeros([], ScalarType.Int64, device);
        }
        reset_parameters();
        ComponentsAreComplete();
    }

    public long num_features { get; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

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

    public Tensor? running_mean
    {
        get => meanBuffer;
        set => Own("running_mean", ref meanBuffer, value);
    }

    public Tensor? running_var
    {
        get => varianceBuffer;
        set => Own("running_var", ref varianceBuffer, value);
    }

    public Tensor? num_batches_tracked
    {
        get => countBuffer;
        set => Own("num_batches_tracked", ref countBuffer, value);
    }

    public void reset_running_stats()
    {
        using var off = no_grad();
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }

    protected abstract void ValidateInputDimensions(Tensor input);
}
