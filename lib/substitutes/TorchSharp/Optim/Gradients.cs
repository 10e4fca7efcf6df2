using TorchSharp.Modules;

namespace TorchSharp;

internal static class Gradients
{
    public static void Clear(IEnumerable<Parameter> parameters)
    {
        using var off = torch.no_grad();
        foreach (var parameter in parameters)
        {
            using var grad = parameter.grad;
            grad?.zero_();
        }
    }
}
