using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private readonly OrderedDictionary<string, Parameter> ownParameters = [];
            private readonly OrderedDictionary<string, (Tensor tensor, bool persistent)> ownBuffers = [];
            private readonly OrderedDictionary<string, Module> submodules = [];
            private bool areComponentsRegistered;

            protected virtual void RegisterComponents()
            {
                if (areComponentsRegistered) return;
                areComponentsRegistered = true;
                foreach (var field in Components.Fields(GetType()))
                {
                    var key = Components.Name(field);
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(key, module); break;
                        case Parameter parameter: register_parameter(key, parameter); break;
                        case Tensor tensor: register_buffer(key, tensor); break;
                    }
                }
            }

            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    submodules.Remove(name);
                    return;
                }
                if (string.IsNullOrEmpty(name)) throw new ArgumentException("module name can't be empty string \"\"", nameof(name));
                if (name.Contains('.')) throw new ArgumentException($"module name can't contain \".\", got: {name}", nameof(name));
                submodule.RegisterComponents();
                AddChild(name, submodule);
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid) ownParameters.Remove(name);
                else if (!ownParameters.TryAdd(name, param)) throw new InvalidOperationException($"Parameter {name} is already registered.");
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid) throw new ArgumentNullException(nameof(tensor), $"buffer {name} is null or disposed");
                if (!ownBuffers.TryAdd(name, (tensor, persistent))) throw new InvalidOperationException($"Tensor {name} is already registered.");
            }

            /// <summary>A layer of this package names its components itself; its fields must not be scanned as well.</summary>
            private protected void ComponentsAreComplete() => areComponentsRegistered = true;

            private protected void AddChild(string key, Module child)
            {
                if (!submodules.TryAdd(key, child)) throw new InvalidOperationException($"Sub-module {key} is already registered.");
            }

            private protected Parameter OwnParameter(string key) => ownParameters[key];

            private protected void ClearChildren() => submodules.Clear();

            /// <summary>A layer's parameter survives the dispose scope it was made in.</summary>
            private protected void Own(string key, ref Parameter? field, Parameter? value)
            {
                if (ReferenceEquals(field, value)) return;
                field?.Dispose();
                field = value;
                ownParameters.Remove(key);
                if (value is null) return;
                value.DetachFromDisposeScope();
                ownParameters.Add(key, value);
            }

            private protected void Own(string key, ref Tensor? field, Tensor? value)
            {
                if (ReferenceEquals(field, value)) return;
                field?.Dispose();
                field = value;
                ownBuffers.Remove(key);
                if (value is null) return;
                value.DetachFromDisposeScope();
                ownBuffers.Add(key, (value, true));
            }
        }
    }
}
