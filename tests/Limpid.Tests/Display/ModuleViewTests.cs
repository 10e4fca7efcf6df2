using Limpid.Display;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Display;

public sealed class ModuleViewTests
{
    [Fact]
    public void A_network_shows_its_layers_shapes_and_counts()
    {
        using Module<Tensor, Tensor> network = Sequential(("conv", Conv2d(1, 4, 3)), ("act", ReLU()), ("<b>", Linear(1000, 2)));
        Assert.Equal(
            """
            layer  type        output        parameters                     count
            conv   Conv2d      [n, 4, h, w]  weight [4, 1, 3, 3], bias [4]     40
            act    ReLU                                                         0
            <b>    Linear      [n, 2]        weight [2, 1000], bias [2]     2,002
            total  Sequential                                               2,042
            """.ReplaceLineEndings("\n"), ModuleView.Text(network));
        string html = ModuleView.Html(network);
        Assert.Contains("<td style=\"text-align:left\">&lt;b&gt;</td>", html);
        Assert.DoesNotContain("<b>", html);
        Assert.Contains("<th style=\"text-align:right\">2,042</th>", html);
    }

    [Fact]
    public void A_single_layer_and_a_nested_one_show_too()
    {
        using Module<Tensor, Tensor> single = Linear(3, 2), nested = Sequential(("inner", Sequential(("first", Linear(3, 2, hasBias: false)))));
        Assert.Contains("(itself)  Linear  [n, 2]", ModuleView.Text(single));
        Assert.EndsWith("8", ModuleView.Text(single));
        Assert.Contains("\ninner.first  Linear", ModuleView.Text(nested));
        Assert.Contains("weight [2, 3]", ModuleView.Text(nested));
    }

    [Fact]
    public void A_shared_parameter_counts_once()
    {
        using var layer = Linear(3, 2, hasBias: false);
        using Module<Tensor, Tensor> network = Sequential(("first", layer), ("act", ReLU()), ("again", layer));
        Assert.Contains("again  Linear      [n, 2]  weight [2, 3] shared      0", ModuleView.Text(network));
        Assert.EndsWith(" 6", ModuleView.Text(network));
    }

    [Fact]
    public void What_is_frozen_is_said()
    {
        using var layer = Linear(3, 2);
        layer.bias!.requires_grad = false;
        Assert.Contains("6 of them trainable", ModuleView.Text(layer));
        Assert.Contains("6 of them trainable", ModuleView.Html(layer));
    }

    [Fact]
    public void A_module_without_parameters_and_a_disposed_one_show_too()
    {
        using var activation = ReLU();
        Assert.EndsWith(" 0", ModuleView.Text(activation));
        var gone = Linear(3, 2);
        gone.Dispose();
        Assert.Contains("Linear", ModuleView.Text(gone));
        Assert.Contains("<table>", ModuleView.Html(gone));
    }
}
