using Limpid.Display;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Reproduction;

public sealed class ModuleViewTests
{
    [Fact]
    public void A_network_shows_its_layers_shapes_and_counts()
    {
        using Module<Tensor, Tensor> network = Sequential(("conv", Conv2d(1, 4, 3)), ("act", ReLU()), ("<b>", Linear(10, 2)));
        string html = ModuleView.Html(network);
        Assert.Contains(">conv</td><td style=\"text-align:left\">Conv2d</td><td style=\"text-align:left\">weight [4, 1, 3, 3], bias [4]</td><td style=\"text-align:left\">40</td>", html);
        Assert.Contains(">act</td><td style=\"text-align:left\">ReLU</td><td style=\"text-align:left\"></td><td style=\"text-align:left\">0</td>", html);
        Assert.Contains("&lt;b&gt;", html);
        Assert.DoesNotContain("<b>", html);
        Assert.Contains("total", html);
        Assert.EndsWith("62", ModuleView.Text(network));
        Assert.Equal(4, ModuleView.Text(network).Split('\n').Length);
    }

    [Fact]
    public void A_single_layer_and_a_nested_one_show_too()
    {
        using Module<Tensor, Tensor> single = Linear(3, 2), nested = Sequential(("inner", Sequential(("first", Linear(3, 2, hasBias: false)))));
        Assert.StartsWith("(itself)", ModuleView.Text(single));
        Assert.EndsWith("8", ModuleView.Text(single));
        Assert.StartsWith("inner.first", ModuleView.Text(nested));
        Assert.Contains("weight [2, 3]", ModuleView.Text(nested));
    }
}
