using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters that change become new objects, and the fields that held the old ones get them.</summary>
            internal void Convert(Device? device, ScalarType? type)
            {
                foreach (var module in submodules.Values) module.Convert(device, type);
                foreach (var (key, old) in ownParameters.ToList())
                {
                    if (old.IsInvalid || Converted(old, device, type) is not { } data) continue;
                    var grad = old.grad;
                    var parameter = new Parameter(data, old.requires_grad);
                    if (grad is not null)
                    {
                        parameter.grad = Converted(grad, device, type) ?? grad.alias();
                        grad.Dispose();
                    }
                    Replace(old, parameter);
                    ownParameters[key] = parameter;
                }
                foreach (var (key, (old, persistent)) in ownBuffers.Where(b => b.Value.persistent).ToList())
                {
                    if (old.IsInvalid || Converted(old, device, type) is not { } data) continue;
                    Replace(old, data);
                    ownBuffers[key] = (data, persistent);
                }
            }

            // Integer buffers, such as a count of batches, keep their type when a module changes its floating type.
            private static Tensor? Converted(Tensor old, Device? device, ScalarType? type)
            {
                var wanted = type is { } t && old.is_floating_point() ? t : old.dtype;
                var place = device ?? old.device;
                if (wanted == old.dtype && place.type == old.device.type && (place.index == old.device.index || place.index < 0)) return null;
                using (no_grad()) return old.to(wanted, place).DetachFromDisposeScope();
            }

            private void Replace(Tensor old, Tensor now)
            {
                now.DetachFromDisposeScope();
                foreach (var field in Components.Fields(GetType()))
                    if (ReferenceEquals(field.GetValue(this), old)) field.SetValue(this, now);
                old.Dispose();
            }
        }
    }
}
