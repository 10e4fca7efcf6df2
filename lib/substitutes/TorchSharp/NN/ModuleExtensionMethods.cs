namespace TorchSharp;

public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false) where T : torch.nn.Module => Convert(module, device, null);

    public static T to<T>(this T module, string device, bool non_blocking = false) where T : torch.nn.Module =>
        Convert(module, new torch.Device(device), null);

    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module => Convert(module, null, type);

    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module =>
        Convert(module, device, type);

    public static T cpu<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => Convert(module, torch.CPU, null);

    public static T @float<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => Convert(module, null, torch.ScalarType.Float32);

    public static T @double<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => Convert(module, null, torch.ScalarType.Float64);

    private static T Convert<T>(T module, torch.Device? device, torch.ScalarType? type) where T : torch.nn.Module
    {
        if (type is { } t && t is not (torch.ScalarType.Float16 or torch.ScalarType.BFloat16 or torch.ScalarType.Float32 or torch.ScalarType.Float64
            or torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64))
            throw new ArgumentException($"A module can be converted to floating-point or complex types only, not to {t}.", nameof(type));
        module.Convert(device, type);
        return module;
    }
}
