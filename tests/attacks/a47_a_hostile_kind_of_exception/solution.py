"""Exceptions of classes whose metaclass lies about names and ancestors, or raises when asked."""


class Meta(type):
    def __getattribute__(cls, name):
        if name in ("__name__", "__mro__", "__qualname__"):
            raise SystemExit(0)
        return super().__getattribute__(name)


class Named(str):
    __getitem__ = lambda self, key: self
    __str__ = lambda self: self


class Error(Exception, metaclass=Meta):
    pass


class SlidingCTR:
    def __init__(self, window):
        raise Error

    add = rate = lambda self, t, item, clicked=None: None


def replay(window, log):
    raise type(Named("assert\n"), (KeyError,), {"__module__": Named("builtins")})
