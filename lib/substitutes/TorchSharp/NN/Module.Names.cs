using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Named([], m => m.ownParameters.Select(p => (p.Key, p.Value)), recurse);

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            // Buffers that are not persistent are never listed, whatever the flag says: so it is in the genuine package.
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true) =>
                Named([], m => m.ownBuffers.Where(b => b.Value.persistent).Select(b => (b.Key, b.Value.tensor)), recurse);

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            public virtual IEnumerable<(string name, Module module)> named_children() => submodules.Select(m => (m.Key, m.Value));

            public virtual IEnumerable<Module> children() => submodules.Values;

            // The module itself is not among them, unlike in PyTorch; the children come first, then what is below each.
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in submodules) yield return (child.Key, child.Value);
                foreach (var child in submodules)
                    foreach (var (below, module) in child.Value.named_modules())
                        yield return ($"{child.Key}.{below}", module);
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(p => p.name == target).parameter;

            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(b => b.name == target).buffer;

            /// <summary>Depth first; each tensor once, under the first name it is met by; what was disposed is passed over.</summary>
            private IEnumerable<(string name, T tensor)> Named<T>(HashSet<IntPtr> seen, Func<Module, IEnumerable<(string, T)>> own, bool recurse)
                where T : Tensor
            {
                foreach (var (key, tensor) in own(this))
                    if (!tensor.IsInvalid && seen.Add(tensor.Handle)) yield return (key, tensor);
                if (!recurse) yield break;
                foreach (var child in submodules)
                    foreach (var (key, tensor) in child.Value.Named(seen, own, true))
                        yield return ($"{child.Key}.{key}", tensor);
            }
        }
    }
}
