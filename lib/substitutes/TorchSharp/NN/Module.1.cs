namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            protected Module(string name) : base(name) { }

            public abstract TResult forward(T input);

            public TResult call(T input)
            {
                if (modulePreHooks is not null) foreach (var hook in modulePreHooks.Values) hook(this);
                if (preHooks is not null)
                    foreach (var hook in preHooks.Values)
                        if (hook(this, input) is { } changed) input = changed;
                var result = forward(input);
                if (postHooks is not null)
                    foreach (var hook in postHooks.Values)
                        if (hook(this, input, result) is { } changed) result = changed;
                if (modulePostHooks is not null) foreach (var hook in modulePostHooks.Values) hook(this);
                return result;
            }
        }
    }
}
