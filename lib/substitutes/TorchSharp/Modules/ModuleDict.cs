using System.Collections;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module => Filled(new ModuleDict<T>(), modules);

            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => Filled(new ModuleDict<Module>(), modules);

            private static ModuleDict<T> Filled<T>(ModuleDict<T> dictionary, (string, T)[] modules) where T : Module
            {
                foreach (var (key, module) in modules) dictionary.Add(key, module);
                return dictionary;
            }
        }
    }

    namespace Modules
    {
        public class ModuleDict<T> : torch.nn.Module, IEnumerable<(string, T)> where T : torch.nn.Module
        {
            private readonly OrderedDictionary<string, T> entries = [];
            private bool registered;

            public ModuleDict() : base(nameof(ModuleDict<T>)) { }

            public int Count => entries.Count;

            public ICollection<string> Keys => entries.Keys;

            public ICollection<T> Values => entries.Values;

            public T this[string key]
            {
                get => entries[key];
                set
                {
                    entries[key] = value;
                    if (!registered) return;
                    ClearChildren();
                    foreach (var entry in entries) register_module(entry.Key, entry.Value);
                }
            }

            public void Add(string key, T value)
            {
                entries.Add(key, value);
                if (registered) register_module(key, value);
            }

            public bool ContainsKey(string key) => entries.ContainsKey(key);

            public IEnumerator<(string, T)> GetEnumerator() => entries.Select(e => (e.Key, e.Value)).GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents()
            {
                if (registered) return;
                registered = true;
                foreach (var entry in entries) register_module(entry.Key, entry.Value);
            }
        }
    }
}
