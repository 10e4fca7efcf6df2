using System.Collections;
using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }

    namespace Modules
    {
        public class ParameterList : torch.nn.Module, IEnumerable<Parameter>
        {
            private readonly List<string> keys = [];
            private readonly List<Parameter> waiting = [];
            private bool registered;

            public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => extend(parameters);

            public int Count => keys.Count;

            // A conversion to another type replaces the registered parameters.
            public Parameter this[int index]
            {
                get => registered ? OwnParameter(keys[index]) : waiting[index];
                set
                {
                    waiting[index] = value;
                    if (!registered) return;
                    register_parameter(keys[index], null!);
                    register_parameter(keys[index], value);
                }
            }

            public void Add(Parameter item)
            {
                keys.Add(keys.Count.ToString(CultureInfo.InvariantCulture));
                waiting.Add(item);
                if (registered) register_parameter(keys[^1], item);
            }

            public void append(params Parameter[] parameters) => extend(parameters);

            public void extend(IEnumerable<Parameter> parameters)
            {
                foreach (var parameter in parameters) Add(parameter);
            }

            public IEnumerator<Parameter> GetEnumerator()
            {
                for (var i = 0; i < Count; i++) yield return this[i];
            }

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents()
            {
                if (registered) return;
                registered = true;
                for (var i = 0; i < keys.Count; i++) register_parameter(keys[i], waiting[i]);
            }
        }
    }
}
