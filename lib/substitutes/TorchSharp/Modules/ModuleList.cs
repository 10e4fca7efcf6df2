using System.Collections;
using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);

            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);
        }
    }

    namespace Modules
    {
        public class ModuleList<T> : torch.nn.Module, IEnumerable<T> where T : torch.nn.Module
        {
            private readonly List<T> list = [];
            private bool registered;

            public ModuleList(params T[] modules) : base(nameof(ModuleList<T>)) => list.AddRange(modules);

            public int Count => list.Count;

            public T this[int index]
            {
                get => list[index];
                set
                {
                    list[index] = value;
                    if (!registered) return;
                    ClearChildren();
                    RegisterAll();
                }
            }

            public void Add(T item)
            {
                list.Add(item);
                if (registered) Register(list.Count - 1);
            }

            public void append(params T[] parameters) => extend(parameters);

            public void extend(IEnumerable<T> modules)
            {
                foreach (var module in modules) Add(module);
            }

            public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            // The elements become components when the list becomes one of a module's, not before.
            protected override void RegisterComponents()
            {
                if (registered) return;
                registered = true;
                RegisterAll();
            }

            private void RegisterAll()
            {
                for (var i = 0; i < list.Count; i++) Register(i);
            }

            private void Register(int index) => register_module(index.ToString(CultureInfo.InvariantCulture), list[index]);
        }
    }
}
