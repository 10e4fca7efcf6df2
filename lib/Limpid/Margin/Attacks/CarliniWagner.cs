using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Attacks;

internal sealed record CarliniWagner(int Searches, int Steps, double Rate, double Confidence, double FirstWeight) : Attack
{
    // Values at the very ends of the range have no w.
    private const double Inside = 0.999999;

    private protected override Tensor Change(nn.Module<Tensor, Tensor> network, Tensor inputs, Tensor labels, CancellationToken cancellation)
    {
        var (n, middle, half) = ((int)inputs.size(0), (Range.Least + Range.Most) / 2, (Range.Most - Range.Least) / 2);
        var start = inputs.sub(middle).div(half).mul(Inside).atanh();
        var (best, bestSquares) = (inputs.clone(), Enumerable.Repeat(double.PositiveInfinity, n).ToArray());
        var (weights, lower, upper) = (Enumerable.Repeat(FirstWeight, n).ToArray(), new double[n], Enumerable.Repeat(double.PositiveInfinity, n).ToArray());
        for (var search = 0; search < Searches; search++)
        {
            using var scope = NewDisposeScope();
            var succeeded = Search(network, inputs, labels, start, weights, middle, half, best, bestSquares, cancellation);
            for (var i = 0; i < n; i++)
            {
                if (succeeded[i]) upper[i] = weights[i];
                else lower[i] = weights[i];
                weights[i] = double.IsFinite(upper[i]) ? (lower[i] + upper[i]) / 2 : weights[i] * 10;
            }
        }
        return best;
    }

    // One run of Adam with a weight for each input; the nearest success of each goes to best.
    private bool[] Search(
        nn.Module<Tensor, Tensor> network, Tensor inputs, Tensor labels, Tensor start, double[] weights, double middle, double half, Tensor best, double[] bestSquares, CancellationToken cancellation)
    {
        using var w = new TorchSharp.Modules.Parameter(start.clone());
        using var adam = optim.Adam([w], Rate);
        var (c, succeeded) = (tensor(weights, inputs.dtype, inputs.device), new bool[weights.Length]);
        for (var step = 0; step < Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var x = w.tanh() * half + middle;
            var logits = network.call(x);
            var mine = logits.gather(1, labels.unsqueeze(1)).squeeze(1);
            var others = logits.scatter(1, labels.unsqueeze(1), full_like(mine, double.NegativeInfinity).unsqueeze(1)).amax([1]);
            var lead = mine - others;
            var squares = (x - inputs).flatten(1).square().sum(1);
            var loss = (squares + c * lead.clamp_min(-Confidence)).sum();
            Keep(x.detach(), lead.detach(), squares.detach(), best, bestSquares, succeeded);
            // Not by backward, which would leave gradients in the network.
            w.grad = autograd.grad([loss], [w])[0];
            adam.step();
        }
        return succeeded;
    }

    private void Keep(Tensor x, Tensor lead, Tensor squares, Tensor best, double[] bestSquares, bool[] succeeded)
    {
        var (leads, sizes) = (lead.to(float64).cpu().data<double>().ToArray(), squares.to(float64).cpu().data<double>().ToArray());
        var better = new List<long>();
        for (var i = 0; i < leads.Length; i++)
        {
            // Another class leads; by kappa, where that is asked for.
            if (Confidence > 0 ? leads[i] > -Confidence : leads[i] >= 0) continue;
            succeeded[i] = true;
            if (sizes[i] >= bestSquares[i]) continue;
            bestSquares[i] = sizes[i];
            better.Add(i);
        }
        if (better.Count == 0) return;
        using var off = no_grad();
        var at = tensor(better.ToArray(), device: x.device);
        best.index_copy_(0, at, x.index_select(0, at));
    }

    public override string ToString() => FormattableString.Invariant($"Carlini-Wagner, {Searches} x {Steps} steps{(Confidence > 0 ? $", confidence {Confidence}" : "")}");
}
