//! The store in IndexedDB.
//!
//! Two object stores: `plans` (key: the plan's id; value: `{id, head}` with the head as JSON) and `records` (key: plan,
//! table, id; value: `{plan, table, id, revision, json}`), with an index by plan and revision.

use super::{Head, Kept, Row, WriteError, check_write, read_head};
use crate::ui::platform::{describe, window};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbIndexParameters, IdbKeyRange, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbTransaction, IdbTransactionMode,
};

const NAME: &str = "reiseplan";
const VERSION: u32 = 1;
const PLANS: &str = "plans";
const RECORDS: &str = "records";
const BY_REVISION: &str = "by_revision";

/// An open database.
#[derive(Clone)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database, and makes it where there is none.
    pub async fn open() -> Result<Self, String> {
        Self::try_open().await.map_err(|error| describe(&error))
    }

    async fn try_open() -> Result<Self, JsValue> {
        let factory = window().indexed_db()?.ok_or_else(|| JsValue::from_str("IndexedDB"))?;
        let request = factory.open_with_u32(NAME, VERSION)?;
        let opened = request.clone();
        let on_upgrade = Closure::once_into_js(move || {
            let _ = make_stores(&opened);
        });
        request.set_onupgradeneeded(Some(on_upgrade.unchecked_ref()));
        let database: IdbDatabase = answer(&request).await?.unchecked_into();
        let closing = database.clone();
        let on_version = Closure::<dyn Fn()>::new(move || closing.close());
        database.set_onversionchange(Some(on_version.as_ref().unchecked_ref()));
        on_version.forget();
        Ok(Self(database))
    }

    fn transaction(&self, mode: IdbTransactionMode) -> Result<(IdbTransaction, IdbObjectStore, IdbObjectStore), JsValue> {
        let names = Array::of2(&PLANS.into(), &RECORDS.into());
        let transaction = self.0.transaction_with_str_sequence_and_mode(&names, mode)?;
        let plans = transaction.object_store(PLANS)?;
        let records = transaction.object_store(RECORDS)?;
        Ok((transaction, plans, records))
    }

    /// All plans by id.
    pub async fn plans(&self) -> Result<Vec<(String, Kept)>, String> {
        let read = async || -> Result<Vec<(String, Kept)>, JsValue> {
            let (_, plans, _) = self.transaction(IdbTransactionMode::Readonly)?;
            let all: Array = answer(&plans.get_all()?).await?.unchecked_into();
            Ok(all.iter().filter_map(|value| Some((text(&value, "id")?, read_head(text(&value, "head").as_deref())))).collect())
        };
        read().await.map_err(|error| describe(&error))
    }

    /// What is kept of a plan, and its records written after a revision.
    pub async fn read(&self, plan: &str, after: u64) -> Result<Option<(Kept, Vec<Row>)>, String> {
        let read = async || -> Result<Option<(Kept, Vec<Row>)>, JsValue> {
            let (_, plans, records) = self.transaction(IdbTransactionMode::Readonly)?;
            let head = plans.get(&plan.into())?;
            let rows = records.index(BY_REVISION)?.get_all_with_key(&revisions_after(plan, after)?)?;
            let head = answer(&head).await?;
            let rows: Array = answer(&rows).await?.unchecked_into();
            if head.is_undefined() {
                return Ok(None);
            }
            let kept = read_head(text(&head, "head").as_deref());
            let rows = rows.iter().filter_map(|value| {
                Some(Row { table: text(&value, "table")?, id: text(&value, "id")?, json: text(&value, "json") })
            });
            Ok(Some((kept, rows.collect())))
        };
        read().await.map_err(|error| describe(&error))
    }

    /// Writes records and a head in one transaction.
    pub async fn write(&self, plan: &str, expected: u64, head: &Head, rows: &[Row]) -> Result<(), WriteError> {
        let (transaction, plans, records) = self.transaction(IdbTransactionMode::Readwrite).map_err(|error| failure(&error))?;
        let done = completion(&transaction);
        let put = async || -> Result<(), WriteError> {
            let failed = |error: JsValue| failure(&error);
            let kept = answer(&plans.get(&plan.into()).map_err(failed)?).await.map_err(failed)?;
            let kept = (!kept.is_undefined()).then(|| read_head(text(&kept, "head").as_deref()));
            check_write(kept.as_ref(), expected)?;
            for row in rows {
                let json = row.json.as_deref().map_or(JsValue::NULL, JsValue::from_str);
                let value = object(&[
                    ("plan", plan.into()),
                    ("table", row.table.as_str().into()),
                    ("id", row.id.as_str().into()),
                    ("revision", JsValue::from_f64(head.revision as f64)),
                    ("json", json),
                ]);
                records.put(&value).map_err(failed)?;
            }
            let json = serde_json::to_string(head).map_err(|error| WriteError::Failed(error.to_string()))?;
            plans.put(&object(&[("id", plan.into()), ("head", json.into())])).map_err(failed)?;
            Ok(())
        };
        if let Err(error) = put().await {
            let _ = transaction.abort();
            let _ = done.await;
            return Err(error);
        }
        done.await.map(|_| ()).map_err(|error| failure(&error))
    }

    /// Deletes a plan with all its records.
    pub async fn delete(&self, plan: &str) -> Result<(), String> {
        let delete = async || -> Result<(), JsValue> {
            let (transaction, plans, records) = self.transaction(IdbTransactionMode::Readwrite)?;
            let done = completion(&transaction);
            plans.delete(&plan.into())?;
            records.delete(&records_of(plan)?)?;
            done.await.map(|_| ())
        };
        delete().await.map_err(|error| describe(&error))
    }

    /// All that is kept of a plan as one JSON text.
    pub async fn raw(&self, plan: &str) -> Result<String, String> {
        let read = async || -> Result<String, JsValue> {
            let (_, plans, records) = self.transaction(IdbTransactionMode::Readonly)?;
            let head = plans.get(&plan.into())?;
            let rows = records.get_all_with_key(&records_of(plan)?)?;
            let all = object(&[("head", answer(&head).await?), ("records", answer(&rows).await?)]);
            Ok(js_sys::JSON::stringify(&all)?.into())
        };
        read().await.map_err(|error| describe(&error))
    }
}

fn make_stores(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    let plans = IdbObjectStoreParameters::new();
    plans.set_key_path(&"id".into());
    database.create_object_store_with_optional_parameters(PLANS, &plans)?;
    let records = IdbObjectStoreParameters::new();
    records.set_key_path(&Array::of3(&"plan".into(), &"table".into(), &"id".into()));
    let records = database.create_object_store_with_optional_parameters(RECORDS, &records)?;
    let by_revision = Array::of2(&"plan".into(), &"revision".into());
    records.create_index_with_str_sequence_and_optional_parameters(BY_REVISION, &by_revision, &IdbIndexParameters::new())?;
    Ok(())
}

/// Keys of the index by revision that belong to a plan and come after a revision.
fn revisions_after(plan: &str, after: u64) -> Result<JsValue, JsValue> {
    let low = Array::of2(&plan.into(), &JsValue::from_f64(after as f64));
    let high = Array::of2(&plan.into(), &Array::new());
    IdbKeyRange::bound_with_lower_open_and_upper_open(&low, &high, true, true).map(Into::into)
}

/// Keys of all records of a plan: an array sorts behind every text.
fn records_of(plan: &str) -> Result<JsValue, JsValue> {
    let low = Array::of1(&plan.into());
    let high = Array::of2(&plan.into(), &Array::new());
    IdbKeyRange::bound(&low, &high).map(Into::into)
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}

fn failure(error: &JsValue) -> WriteError {
    match error.dyn_ref::<web_sys::DomException>() {
        Some(error) if error.name() == "QuotaExceededError" => WriteError::Quota,
        _ => WriteError::Failed(describe(error)),
    }
}

/// Waits for a request's result.
fn answer(request: &IdbRequest) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    let request = request.clone();
    let promise = Promise::new(&mut |resolve, reject| {
        let succeeded = request.clone();
        let on_success = Closure::once_into_js(move || {
            let _ = resolve.call1(&JsValue::NULL, &succeeded.result().unwrap_or(JsValue::UNDEFINED));
        });
        request.set_onsuccess(Some(on_success.unchecked_ref()));
        let failed = request.clone();
        let on_error = Closure::once_into_js(move || {
            let error = failed.error().ok().flatten().map_or(JsValue::UNDEFINED, Into::into);
            let _ = reject.call1(&JsValue::NULL, &error);
        });
        request.set_onerror(Some(on_error.unchecked_ref()));
    });
    JsFuture::from(promise)
}

/// Waits until a transaction has been committed; an aborted one is an error.
fn completion(transaction: &IdbTransaction) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    let transaction = transaction.clone();
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        let aborted = transaction.clone();
        let on_abort = Closure::once_into_js(move || {
            let error = aborted.error().map_or_else(|| JsValue::from_str("AbortError"), Into::into);
            let _ = reject.call1(&JsValue::NULL, &error);
        });
        transaction.set_onabort(Some(on_abort.unchecked_ref()));
    });
    JsFuture::from(promise)
}
