using TorchSharp.Modules;

namespace TorchSharp;

internal static class Gradients
{
    private static readonly Op clear = "zero_";

    public static void Clear(IEnumerable<Parameter> parameters)
    {
        using var off = torch.no_grad();
        foreach (var parameter in parameters)
        {
            using var grad = parameter.grad;
            if (grad is not null) clear.Run(grad);
        }
    }
}
