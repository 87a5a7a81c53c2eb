package config

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/viper"

	"followupd/internal/strictyaml"
)

// envPrefix begins the name of every variable that overrides a key.
const envPrefix = "FOLLOWUPD_"

// override lets the environment, and then the flags, set scalar keys. It tells
// which variable or flag set which key.
func override(c *Config, env func(string) (string, bool), flags map[string]string) (map[string]string, strictyaml.Problems) {
	settings := scalars(reflect.ValueOf(c).Elem(), "")
	from := map[string]string{}
	v := viper.New()
	for key, field := range settings {
		v.SetDefault(key, fmt.Sprint(field))
		// The environment comes as an argument, so it takes viper's layer for
		// flags, which is the one below Set; flags take Set.
		if text, ok := env(envName(key)); ok {
			// BindFlagValue fails for a nil value alone.
			_ = v.BindFlagValue(key, envValue{key, text})
			from[key] = envName(key)
		}
	}
	var problems strictyaml.Problems
	for key, text := range flags {
		if _, ok := settings[key]; !ok {
			problems = append(problems, strictyaml.Problem{File: flagName(key), Text: "there is no such setting", Level: strictyaml.LevelError})
			continue
		}
		v.Set(key, text)
		from[key] = flagName(key)
	}
	for key, source := range from {
		if err := setScalar(settings[key], v.GetString(key)); err != nil {
			problems = append(problems, overrideProblem(source, key, err))
		}
	}
	return from, problems
}

func overrideProblem(source, key string, err error) strictyaml.Problem {
	text, hint := strictyaml.TextAndHint(err)
	return strictyaml.Problem{File: source, Path: key, Text: text, Hint: hint, Level: strictyaml.LevelError}
}

// Settings are the keys that the environment and flags may set, sorted, each
// with the name of its environment variable.
func Settings() map[string]string {
	names := map[string]string{}
	for key := range scalars(reflect.ValueOf(&Config{}).Elem(), "") {
		names[key] = envName(key)
	}
	return names
}

func envName(key string) string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

func flagName(key string) string {
	return "--" + strings.NewReplacer(".", "-", "_", "-").Replace(key)
}

// scalars finds the scalar fields outside lists and optional blocks, by key.
func scalars(v reflect.Value, prefix string) map[string]reflect.Value {
	found := map[string]reflect.Value{}
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		if name == "" {
			continue
		}
		field := v.Field(i)
		_, text := field.Addr().Interface().(encoding.TextUnmarshaler)
		switch {
		case text || slices.Contains([]reflect.Kind{reflect.String, reflect.Bool, reflect.Int}, field.Kind()):
			found[prefix+name] = field
		case field.Kind() == reflect.Struct:
			for key, inner := range scalars(field, prefix+name+".") {
				found[key] = inner
			}
		}
	}
	return found
}

func setScalar(field reflect.Value, text string) error {
	if u, ok := field.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(text))
	}
	switch field.Kind() {
	case reflect.Bool:
		b, err := strconv.ParseBool(text)
		if err != nil {
			return strictyaml.Fault(fmt.Sprintf("%q is not true or false", text), "")
		}
		field.SetBool(b)
	case reflect.Int:
		i, err := strconv.Atoi(text)
		if err != nil {
			return strictyaml.Fault(fmt.Sprintf("%q is not a whole number", text), "")
		}
		field.SetInt(int64(i))
	default:
		if text == "" {
			return errors.New("is empty")
		}
		field.SetString(text)
	}
	return nil
}

// envValue is a variable of the environment as viper takes a flag.
type envValue struct{ key, text string }

var _ viper.FlagValue = envValue{}

func (e envValue) HasChanged() bool    { return true }
func (e envValue) Name() string        { return e.key }
func (e envValue) ValueString() string { return e.text }
func (e envValue) ValueType() string   { return "string" }
