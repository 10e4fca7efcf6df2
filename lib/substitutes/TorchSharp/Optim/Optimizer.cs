using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer() { }

            public virtual IEnumerable<ILearningRateController> ParamGroups => [];

            public virtual IEnumerable<Parameter> parameters() => [];

            public virtual void add_param_group(ParamGroup param_group) =>
                throw new NotSupportedException($"{GetType().Name} has one parameter group.");

            /// <summary>Sets the gradients to zero; it does not remove them, as Module.zero_grad does.</summary>
            public virtual void zero_grad() => Gradients.Clear(parameters());

            public virtual Tensor? step(Func<Tensor>? closure = null) => throw new NotSupportedException($"{GetType().Name} makes no steps.");

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing) { }
        }
    }
}
