namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class HookableModule<TPreHook, TPostHook> : Module
        {
            private protected Dictionary<string, Action<Module>>? modulePreHooks;
            private protected Dictionary<string, TPreHook>? preHooks;
            private protected Dictionary<string, TPostHook>? postHooks;
            private protected Dictionary<string, Action<Module>>? modulePostHooks;

            protected HookableModule(string name) : base(name) { }

            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(preHooks ??= [], hook);

            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(modulePreHooks ??= [], hook);

            public HookRemover register_forward_hook(TPostHook hook) => Add(postHooks ??= [], hook);

            public HookRemover register_forward_hook(Action<Module> hook) => Add(modulePostHooks ??= [], hook);

            private HookRemover Add<T>(Dictionary<string, T> hooks, T hook)
            {
                var key = Guid.NewGuid().ToString();
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            private void Remove(string key)
            {
                modulePreHooks?.Remove(key);
                preHooks?.Remove(key);
                postHooks?.Remove(key);
                modulePostHooks?.Remove(key);
            }
        }
    }
}
