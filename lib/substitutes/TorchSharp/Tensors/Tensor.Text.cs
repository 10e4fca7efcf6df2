using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public const TensorStringStyle julia = global::TorchSharp.TensorStringStyle.Julia;
    public const TensorStringStyle numpy = global::TorchSharp.TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = global::TorchSharp.TensorStringStyle.CSharp;

    public static TensorStringStyle TensorStringStyle { get; set; } = julia;

    public partial class Tensor
    {
        public override string ToString() => IsInvalid ? "" : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null,
            string? newLine = null)
        {
            if (style == global::TorchSharp.TensorStringStyle.Default) style = torch.TensorStringStyle;
            if (style == global::TorchSharp.TensorStringStyle.Metadata || device_type == DeviceType.META) return ToString();
            var text = new TensorText(this, fltFormat ?? "g5", width ?? 100, cultureInfo ?? CultureInfo.CurrentCulture,
                newLine ?? Environment.NewLine);
            return style switch
            {
                numpy => text.Numpy(),
                csharp => text.CSharp(),
                _ => text.Julia(),
            };
        }
    }
}
